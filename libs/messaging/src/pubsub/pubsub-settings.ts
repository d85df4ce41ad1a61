import type { PubSubTimings, PubSubBusOptions } from './pubsub-options.ts';

export interface PubSubSettings extends Required<Omit<PubSubBusOptions, 'emulatorHost' | 'apiEndpoint'>> {
  readonly timings: PubSubTimings;
  readonly emulatorHost: string | undefined;
  readonly apiEndpoint: string | undefined;
}

export function pubSubSettings(options: PubSubBusOptions): PubSubSettings {
  const isEmulator = options.emulatorHost !== undefined;
  const timings: PubSubTimings = {
    ackDeadlineSeconds: 20,
    publishMs: 30_000,
    requestMs: 15_000,
    stopGraceMs: 20_000,
    quietMs: isEmulator ? 400 : 10_000,
    reopenMs: 30_000,
  };
  return {
    readFromStart: !isEmulator,
    bufferMessages: 1000,
    bufferBytes: 8 * 1024 * 1024,
    keysAtOnce: 16,
    onProblem: () => undefined,
    emulatorHost: undefined,
    apiEndpoint: undefined,
    ...options,
    timings: { ...timings, ...options.timings },
  };
}
