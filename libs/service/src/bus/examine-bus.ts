import { examined } from '../config/findings.ts';
import type { BusEnv } from './bus-env.ts';
import { busSettings } from './bus-settings.ts';
import { registrySettings } from './registry-settings.ts';

/** Throws a ConfigError with all that is missing or wrong, for whoever wants to know before anything is started. */
export function examineBus(env: BusEnv): void {
  examined((findings) => {
    busSettings(env, findings);
    registrySettings(env, findings);
  });
}
