import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ComposeFile, ComposeService } from '../compose/compose-file.ts';
import type { ReplayedImage } from './replayed-build.ts';

const IS_ROOT = process.getuid?.() === 0;

/** A service of the compose file with everything that it is started with, as far as one machine's processes can. */
export interface Composed {
  readonly image: ReplayedImage;
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Where a path in the container lies on this machine. */
  path(inContainer: string): string;
}

/** Volumes are folders, and `/` of a container is the folder of its image. */
export class ComposedSystem {
  constructor(
    private readonly compose: ComposeFile,
    private readonly volumes: string,
  ) {}

  service(name: string, image: ReplayedImage): Composed {
    const service = this.compose.services[name];
    if (service === undefined) throw new Error(`docker-compose.yml has no service ${name}`);
    const mounts = this.#mounts(service, image);
    const path = (text: string) =>
      mounts.reduce(
        (mapped, { target, folder }) => mapped.replaceAll(new RegExp(`(?<=^|=|//)${target}(?=/|$)`, 'g'), folder),
        text,
      );
    const env = { ...image.env, ...service.environment };
    return {
      image,
      command: [...image.entrypoint, ...(service.command ?? image.command)].map(path),
      env: Object.fromEntries(Object.entries(env).map(([key, value]) => [key, path(String(value))])),
      path,
    };
  }

  /** An empty volume becomes what the image has in that place, and belongs to whom that belongs to. */
  #mounts({ volumes }: ComposeService, image: ReplayedImage): { target: string; folder: string }[] {
    const named = volumes.map((volume) => volume.split(':')).filter(([source = '']) => !source.startsWith('.'));
    const mounts = named.map(([source = '', target = '']) => ({ target, folder: join(this.volumes, source) }));
    for (const { target, folder } of mounts) {
      if (existsSync(folder)) continue;
      mkdirSync(folder, { recursive: true });
      const owner = ownerOf(image, target);
      if (IS_ROOT && owner !== undefined) chownSync(folder, ...owner);
    }
    for (const inner of mounts) {
      const outer = mounts.find(({ target }) => inner.target.startsWith(`${target}/`));
      if (outer)
        mountInside(
          inner.folder,
          outer.folder,
          inner.target.slice(outer.target.length + 1),
          ownerOf(image, outer.target),
        );
    }
    return mounts.toSorted((a, b) => b.target.length - a.target.length);
  }
}

function ownerOf(image: ReplayedImage, path: string): [number, number] | undefined {
  if (!existsSync(join(image.root, path))) return undefined;
  const [, owner = '0:0'] = Object.entries(image.owned).find(([folder]) => `${path}/`.startsWith(`${folder}/`)) ?? [];
  const [uid = 0, gid = 0] = owner.split(':').map(Number);
  return [uid, gid];
}

function mountInside(folder: string, outer: string, path: string, owner: [number, number] | undefined): void {
  const link = join(outer, path);
  mkdirSync(dirname(link), { recursive: true });
  if (IS_ROOT && owner !== undefined) chownSync(dirname(link), ...owner);
  if (!existsSync(link)) symlinkSync(folder, link);
}

/** Nobody may write into what stands for a read-only container: by its owner for root, by its mode for others. */
export function makeReadOnly(folder: string): void {
  if (IS_ROOT) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) makeReadOnly(join(folder, entry.name));
  }
  chmodSync(folder, 0o555);
}
