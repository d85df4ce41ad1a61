import type { GuardedProcess } from '../guarded-process.ts';
import type { Surroundings } from './broker-properties.ts';
import type { NodePlan } from './cluster-file.ts';

/** What can run Kafka's own programs: a JVM on this machine, or Docker. */
export interface KafkaHost extends Surroundings {
  /** For people: what was started. */
  readonly name: string;
  /** Writes the cluster's id and first metadata into the node's empty data folder. */
  format(node: NodePlan, args: readonly string[]): Promise<void>;
  /** The broker; with `trash`, what is to be removed when it ends because we died. */
  launch(node: NodePlan, trash: string | undefined): GuardedProcess;
  /** Removes what outlives the nodes. */
  close(): Promise<void>;
}
