import { join } from 'node:path';
import type { Clock } from '@foundnow/kernel';
import { KeyFiles } from './key-files.ts';
import type { KeyFile } from './key-files.ts';
import type { OpeningKeys } from './opener.ts';
import { publishJwks } from './publish-jwks.ts';
import { assertRecipientName } from './recipient-name.ts';
import { newSealingKey, publicPart } from './sealing-key.ts';
import type { SealingJwks, SealingKey } from './sealing-key.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface KeyRingOptions {
  /** Private keys are kept in `<dir>/private/<recipient>/`, the public ones in `<dir>/public/<recipient>.jwks.json`. */
  readonly dir: string;
  readonly recipient: string;
  readonly clock: Clock;
  readonly rotateAfterDays?: number;
  /**
   * How long a replaced key still opens: a message may live 30 days in its topic, 30 more as a dead letter and 30 more
   * once redriven; a week is left for caches and queues.
   */
  readonly keepReplacedDays?: number;
}

/** A service's sealing key pairs as files. Many processes may hold one ring; they agree through the files alone. */
export class KeyRing implements OpeningKeys {
  readonly recipient: string;
  readonly #files: KeyFiles;
  #held: readonly KeyFile[] = [];

  private constructor(private readonly options: KeyRingOptions) {
    this.recipient = options.recipient;
    this.#files = new KeyFiles(join(options.dir, 'private', options.recipient));
  }

  /** Opens the ring, making its first key when there is none and a new one when the newest is old. */
  static async open(options: KeyRingOptions): Promise<KeyRing> {
    assertRecipientName(options.recipient);
    const ring = new KeyRing(options);
    await ring.#files.prepare();
    await ring.maintain();
    return ring;
  }

  /** Where the keys were handed out to be read: somebody else replaces them. */
  static async read(options: KeyRingOptions): Promise<KeyRing> {
    assertRecipientName(options.recipient);
    const ring = new KeyRing(options);
    await ring.#load();
    return ring;
  }

  /** Rotates, retires and publishes as due. Call it at start and once a day. */
  async maintain(): Promise<'unchanged' | 'rotated'> {
    const before = await this.#files.read();
    const newest = before[0];
    const due = newest === undefined || this.#ageInDays(newest.key) >= (this.options.rotateAfterDays ?? 90);
    const made =
      due && (await this.#files.create((newest?.sequence ?? 0) + 1, await newSealingKey(this.options.clock.now())));
    await this.#retire();
    await publishJwks(this.options.dir, this.recipient, async () => {
      await this.#load();
      return this.jwks();
    });
    return made ? 'rotated' : 'unchanged';
  }

  async find(kid: string): Promise<SealingKey | undefined> {
    const known = this.#keyOf(kid);
    if (known !== undefined) return known;
    // Another process may have rotated since: a value sealed for its new key must not end as a dead letter.
    await this.#load();
    return this.#keyOf(kid);
  }

  jwks(): SealingJwks {
    return { keys: this.#held.map(({ key }) => publicPart(key)) };
  }

  #keyOf(kid: string): SealingKey | undefined {
    return this.#held.find(({ key }) => key.kid === kid)?.key;
  }

  async #load(): Promise<void> {
    this.#held = await this.#files.read();
  }

  async #retire(): Promise<void> {
    const files = await this.#files.read();
    for (const [index, { sequence }] of files.entries()) {
      const successor = files[index - 1];
      if (successor !== undefined && this.#ageInDays(successor.key) >= (this.options.keepReplacedDays ?? 97)) {
        await this.#files.remove(sequence);
      }
    }
  }

  #ageInDays(key: SealingKey): number {
    return (this.options.clock.now().getTime() - key.iat * 1000) / DAY_MS;
  }
}
