import { hash } from 'node:crypto';
import type { Actor } from '../actor.ts';

interface Entry {
  readonly actor: Actor;
  readonly until: number;
}

/** Remembers briefly what a token proved, under its hash, so that one token is not verified over and over. */
export class VerifiedTokens {
  private readonly entries = new Map<string, Entry>();

  constructor(
    private readonly most = 10_000,
    private readonly keepMs = 60_000,
  ) {}

  get(token: string, now: number): Actor | undefined {
    const key = keyOf(token);
    const entry = this.entries.get(key);
    if (entry === undefined) return undefined;
    this.entries.delete(key);
    if (entry.until <= now) return undefined;
    this.entries.set(key, entry);
    return entry.actor;
  }

  remember(token: string, actor: Actor, expiresAt: number, now: number): void {
    this.entries.set(keyOf(token), { actor, until: Math.min(expiresAt, now + this.keepMs) });
    if (this.entries.size <= this.most) return;
    const [oldest] = this.entries.keys();
    if (oldest !== undefined) this.entries.delete(oldest);
  }
}

function keyOf(token: string): string {
  return hash('sha256', token, 'base64url');
}
