/** Throws when a change was meant for another version than the current one. */
export interface ExpectedVersion {
  assertCurrent(version: number): void;
}
