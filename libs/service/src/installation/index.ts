export { InstallationSecrets } from './installation-secrets.ts';
export { type InstallationKeys, prepareKeys } from './prepare-keys.ts';
export { prepareSchemas, type Schemas } from './prepare-schemas.ts';
export { rememberEnvironments } from './remember-environments.ts';
export { secretEnvironment } from './secret-environment.ts';
