import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** An empty volume takes its owner from the folder in the image that it is mounted over: so they must be there. */
export function makeStateFolders(root: string, state: string): void {
  const services = readdirSync(join(root, 'apps')).filter((app) =>
    existsSync(join(root, 'apps', app, 'src/service.ts')),
  );
  for (const name of ['postgres', ...services]) mkdirSync(join(state, 'handed-out', name), { recursive: true });
}
