// npm run start:kafka, npm run start:pubsub: the platform as it runs in production, each service a process, on a real
// broker. What the environment says about where the broker is wins; otherwise one is started, which keeps its data where
// the platform keeps its own. An empty variable counts as none, as everywhere.
import { join } from 'node:path';
import { main } from './with-broker.ts';

const HELP = `npm run start:kafka|start:pubsub [-- options]

The platform with each service as a process, on the broker of KAFKA_BROKERS or PUBSUB_EMULATOR_HOST; else one is
started, which ends with the platform. All else is as with npm start, by the variables in apps/stack/README.md.

  --data DIR    kafka: keep the broker's data there; default: kafka in DATA_DIR
  --nodes N     kafka: that many brokers (1)
  --port N      where the broker listens; default: any free port, or the one that the data was served at before
  --help        this text`;

const [kind = 'kafka', ...options] = process.argv.slice(2);
const { DATA_DIR, SERVICES_AS, PUBSUB_PROJECT_ID } = process.env;

if (options.some((option) => option === '--help' || option === '-h')) {
  console.log(HELP);
} else if (options.includes('--')) {
  console.error('start: takes options only, and runs the platform (--help says more)');
  process.exitCode = 2;
} else {
  const keep = kind === 'kafka' ? ['--data', join(DATA_DIR || '.data', 'kafka')] : [];
  const stack = [process.execPath, '--import', './tools/runtime/register.mjs', 'apps/stack/src/main.ts'];
  const env = {
    ...process.env,
    EVENT_BUS: kind,
    SERVICES_AS: SERVICES_AS || 'processes',
    ...(kind === 'pubsub' && { PUBSUB_PROJECT_ID: PUBSUB_PROJECT_ID || 'foundnow-local' }),
  };
  process.exitCode = await main([kind, ...keep, ...options, '--', ...stack], { env, lifeline: true });
}
