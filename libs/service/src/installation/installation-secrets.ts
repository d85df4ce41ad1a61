import { hkdfSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadOrCreateSecret } from '@foundnow/crypto';
import { refuseLostKey } from './refuse-lost-key.ts';

/** All secrets of an installation come from one random file, so that a second start finds the same ones. */
export class InstallationSecrets {
  private constructor(private readonly master: Uint8Array) {}

  /** `madeWithIt` are folders and files that exist only where there was a key before. */
  static async open(keysDir: string, madeWithIt: readonly string[] = []): Promise<InstallationSecrets> {
    const file = join(keysDir, 'master.key');
    if (!existsSync(file)) refuseLostKey(file, [keysDir, ...madeWithIt]);
    return new InstallationSecrets(await loadOrCreateSecret(file, 32));
  }

  bytes(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.master, 'foundnow-stack', purpose, 32));
  }

  /** Tells this installation from others; no secret. */
  get installation(): string {
    return `i${this.bytes('installation').toString('hex').slice(0, 16)}`;
  }

  password(role: string): string {
    return this.bytes(`password:${role}`).toString('base64url');
  }
}
