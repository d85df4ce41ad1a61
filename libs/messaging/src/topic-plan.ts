/** What a transport must hold ready for a topic before anybody uses it; a dead letter topic has a plan of its own. */
export interface TopicPlan {
  readonly name: string;
  readonly partitions: number;
  readonly retentionMs: number;
  /** The services that read it, each as one group: `fn-matcher`. */
  readonly groups: readonly string[];
}
