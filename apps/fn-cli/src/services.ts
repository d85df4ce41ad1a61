import type { Service } from '@foundnow/service';
import { services } from '@foundnow/stack/services';
import { UsageError } from './usage-error.ts';

/** `fn-posts` and `posts` both name the service; nothing names all of them. */
export function servicesNamed(name: string | undefined): readonly Service[] {
  if (name === undefined) return services;
  const found = services.filter((service) => service.name === name || service.name === `fn-${name}`);
  if (found.length > 0) return found;
  const names = services.map((service) => service.name).join(', ');
  throw new UsageError(`option '--service <name>' must be one of ${names}.`);
}
