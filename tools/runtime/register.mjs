// Lets Node run this repository's TypeScript: each file is compiled by swc once and kept by content hash.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const swcrc = readFileSync(join(root, '.swcrc'), 'utf8');
const options = { ...JSON.parse(swcrc), swcrc: false };
const cache = process.env.FN_CODE_CACHE ?? join(root, 'node_modules/.cache/foundnow-swc');
mkdirSync(cache, { recursive: true });

let transform;

function compile(file) {
  const source = readFileSync(file, 'utf8');
  const key = createHash('sha256').update(swcrc).update('\0').update(file).update('\0').update(source).digest('hex');
  const cached = join(cache, `${key}.mjs`);
  try {
    return readFileSync(cached, 'utf8');
  } catch {
    transform ??= process.getBuiltinModule('module').createRequire(import.meta.url)('@swc/core').transformSync;
    const { code } = transform(source, { ...options, filename: file });
    writeFileSync(`${cached}.${process.pid}`, code);
    renameSync(`${cached}.${process.pid}`, cached);
    return code;
  }
}

registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context);
    return { format: 'module', shortCircuit: true, source: compile(fileURLToPath(url)) };
  },
});
