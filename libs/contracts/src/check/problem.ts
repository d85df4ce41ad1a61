/** One thing that is wrong under `schemas/`, where, and what to do. */
export interface Problem {
  readonly check: string;
  /** Event, topic or file. */
  readonly where: string;
  readonly detail: string;
  /** Services that break by it. */
  readonly consumers?: readonly string[];
}
