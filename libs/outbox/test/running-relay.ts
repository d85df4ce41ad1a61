import type { MessageBus } from '@foundnow/messaging';
import { OutboxRelay } from '../src/index.ts';
import type { OutboxRelayOptions } from '../src/index.ts';
import { SCHEMA } from './outbox-database.ts';

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly fields: Record<string, unknown>;
  readonly message: string;
}

export interface TestRelay {
  readonly relay: OutboxRelay;
  readonly lines: LogLine[];
  readonly quarantined: string[];
}

/** A relay that notes what it says. */
export function testRelay(
  url: string,
  bus: Pick<MessageBus, 'publish'>,
  options: Partial<OutboxRelayOptions> = {},
): TestRelay {
  const lines: LogLine[] = [];
  const quarantined: string[] = [];
  const at = (level: LogLine['level']) => (fields: object | string, message?: string) =>
    void lines.push({ level, fields: typeof fields === 'string' ? {} : { ...fields }, message: message ?? '' });
  const relay = new OutboxRelay({
    url,
    schema: SCHEMA,
    bus,
    schemaIds: { idOf: () => 7 },
    logger: { info: at('info'), warn: at('warn'), error: at('error') },
    metrics: {
      published: () => undefined,
      backlog: () => undefined,
      quarantined: (topic) => void quarantined.push(topic),
      retried: () => undefined,
      leading: () => undefined,
    },
    ...options,
  });
  return { relay, lines, quarantined };
}
