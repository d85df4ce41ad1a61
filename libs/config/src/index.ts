export { CONFIG_EXIT_CODE, ConfigError, reportConfigErrorAndExit, type ConfigProblem } from './config-error.ts';
export { envBoolean, envDuration, envInt, envList, envUrl, type IntRange } from './env-types.ts';
export { parseEnv, type Environment } from './parse-env.ts';
