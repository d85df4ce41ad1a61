import { DomainError } from '@foundnow/kernel';
import type { LogEntry } from 'kafkajs';

const SAME_AGAIN_MS = 10_000;
/** What nobody else hears of: the rest comes up again as a rejection or a crash. */
const HEARD = /^(Connection (error|timeout)|Failed to connect)/;

/** kafkajs says the same at each try; it is passed on once in a while. Extras stay behind: they hold stacks and payloads. */
export function complaints(tell: (error: Error) => void): (entry: LogEntry) => void {
  const told = new Map<string, number>();
  return ({ log }) => {
    if (!HEARD.test(log.message)) return;
    const broker: unknown = log['broker'];
    const text = typeof broker === 'string' ? `${log.message} (broker ${broker})` : log.message;
    const now = Date.now();
    if (now - (told.get(text) ?? 0) < SAME_AGAIN_MS) return;
    told.set(text, now);
    tell(new DomainError('bus.unavailable', 'dependency', text));
  };
}
