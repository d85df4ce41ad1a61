import type { Progress } from '../broker-start-error.ts';
import type { ToolEnvironment } from '../config.ts';
import type { KafkaHost } from './kafka-host.port.ts';

export interface HostOptions {
  readonly dataDir: string;
  readonly nodes: number;
  readonly env: ToolEnvironment;
  readonly onProgress: Progress;
}

export type HostSearch = { readonly host: KafkaHost } | { readonly problem: string };
