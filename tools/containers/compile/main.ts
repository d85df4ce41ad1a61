// node --import ./tools/runtime/register.mjs tools/containers/compile/main.ts APP CODE STATE: a stage of the Dockerfile.
import { fileURLToPath } from 'node:url';
import { compileApp } from './compile-app.ts';
import { makeStateFolders } from './make-state-folders.ts';

const [app = '', out = '', state = ''] = process.argv.slice(2);
if (app === '' || out === '' || state === '') {
  console.error('Say which app and where to: docker build --build-arg APP=fn-posts .');
  process.exit(64);
}
const root = fileURLToPath(new URL('../../..', import.meta.url));
const projects = compileApp(root, app, out);
makeStateFolders(root, state);
console.log(`${app}: ${projects.length} projects`);
