import { hkdfSync } from 'node:crypto';
import { join } from 'node:path';
import { loadOrCreateSecret } from '@foundnow/crypto';

/** All secrets of a stack come from one random file, so that a second start finds the same ones. */
export class StackSecrets {
  private constructor(private readonly master: Uint8Array) {}

  static async open(keysDir: string): Promise<StackSecrets> {
    return new StackSecrets(await loadOrCreateSecret(join(keysDir, 'master.key'), 32));
  }

  bytes(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.master, 'foundnow-stack', purpose, 32));
  }

  /** Tells this stack from others; no secret. */
  get installation(): string {
    return `i${this.bytes('installation').toString('hex').slice(0, 16)}`;
  }

  password(role: string): string {
    return this.bytes(`password:${role}`).toString('base64url');
  }
}
