/** Where something went wrong that the bus recovers from by itself. */
export type PubSubProblem = 'start' | 'stream' | 'settle' | 'read';

export interface PubSubTimings {
  /** How long the server waits for a killed consumer before its messages go to others: 10 to 600 seconds. */
  readonly ackDeadlineSeconds: number;
  /** How long a publish may try before it rejects. */
  readonly publishMs: number;
  /** How long any other call may try. */
  readonly requestMs: number;
  /** What a stop gives the messages under way before their signals are aborted. */
  readonly stopGraceMs: number;
  /** The log has no end that could be asked for: a read or a replay is over when nothing came for this long. */
  readonly quietMs: number;
  /** The longest wait between two tries to open a stream that was refused. */
  readonly reopenMs: number;
}

export interface PubSubBusOptions {
  readonly projectId: string;
  /** `host:port` of an emulator; without one it is the real service, with the credentials of the environment. */
  readonly emulatorHost?: string;
  /** A regional address such as `europe-west3-pubsub.googleapis.com`: order holds among publishers of one region. */
  readonly apiEndpoint?: string;
  /** Whether the server can seek. Default: yes, unless it is an emulator. */
  readonly readFromStart?: boolean;
  readonly timings?: Partial<PubSubTimings>;
  /**
   * In hand per topic of a subscription: what was received and is not done. When more than this of one key comes while
   * the key waits, the others wait with it: the server takes nothing back but all of a key.
   */
  readonly bufferMessages?: number;
  readonly bufferBytes?: number;
  /** How many keys of one topic are handled at the same time. */
  readonly keysAtOnce?: number;
  readonly onProblem?: (problem: PubSubProblem, error: unknown) => void;
}
