// npm run start:kafka, npm run start:pubsub: the platform as it runs in production, each service a process, on a real
// broker. What the environment says about where the broker is wins; otherwise one is started, which keeps its data where
// the platform keeps its own. An empty variable counts as none, as everywhere.
import { join } from 'node:path';

const [, , kind = 'kafka'] = process.argv;
const { env } = process;
env['EVENT_BUS'] = kind;
env['SERVICES_AS'] ||= 'processes';
if (kind === 'pubsub') env['PUBSUB_PROJECT_ID'] ||= 'foundnow-local';

const keep = kind === 'kafka' ? ['--data', join(env['DATA_DIR'] || '.data', 'kafka')] : [];
const stack = [process.execPath, '--import', './tools/runtime/register.mjs', 'apps/stack/src/main.ts'];
process.argv = [...process.argv.slice(0, 2), kind, ...keep, '--', ...stack];
await import('./with-broker.ts');
