// After `npm install`: the lockfile must hold the native packages of every platform, or `npm ci` refuses it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { complete } from './lockfile/complete.ts';
import { readLockfile } from './verify/manifest.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { added, lockfile } = complete(readLockfile(root));
if (added.length > 0) writeFileSync(join(root, 'package-lock.json'), `${JSON.stringify(lockfile, null, 2)}\n`);
console.log(added.length === 0 ? 'the lockfile is complete' : `added ${added.length}:\n${added.join('\n')}`);
