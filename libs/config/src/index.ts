export { ConfigError, reportConfigErrorAndExit, type ConfigProblem } from './config-error.ts';
export { envBoolean, envDuration, envInt, envList, envUrl, type IntRange } from './env-types.ts';
export { EXIT_CODE } from './exit-code.ts';
export { parseEnv, type Environment } from './parse-env.ts';
