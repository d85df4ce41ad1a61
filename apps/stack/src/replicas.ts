import { z } from 'zod';
import { services } from './services.ts';

export type Replicas = Readonly<Record<string, number>>;

const MOST = 9;

/** `fn-matcher:2,fn-posts:3`. */
export function envReplicas(): z.ZodType<Replicas, string> {
  return z.string().transform((text, context) => {
    const entries = text.split(',').map((entry) => /^\s*(?<name>[\w-]+):(?<count>\d)\s*$/.exec(entry)?.groups);
    const counts = entries.map((entry) => [entry?.['name'] ?? '', Number(entry?.['count'] ?? 0)] as const);
    if (counts.every(([name, count]) => count > 0 && services.some((service) => service.name === name))) {
      return Object.fromEntries(counts);
    }
    const names = services.map(({ name }) => name).join(', ');
    const wanted = `must be services with 1 to ${MOST} replicas each, such as fn-matcher:2; there are ${names}`;
    context.addIssue({ code: 'custom', params: { wanted } });
    return z.NEVER;
  });
}
