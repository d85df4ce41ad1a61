import { hkdfSync } from 'node:crypto';
import { join } from 'node:path';
import { loadOrCreateSecret } from '@foundnow/crypto';

/** All secrets of an installation come from one random file, so that a second start finds the same ones. */
export class InstallationSecrets {
  private constructor(private readonly master: Uint8Array) {}

  static async open(keysDir: string): Promise<InstallationSecrets> {
    return new InstallationSecrets(await loadOrCreateSecret(join(keysDir, 'master.key'), 32));
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
