import { type ComposeFile, type ComposeService, isJob } from './compose-file.ts';
import { perService, unless } from './compose-rule.ts';

const HOST = /(?:^|[/@,=])([a-z][a-z0-9-]*):\d+/g;

export const orderRules = [
  perService('start-order', 'a service waits for what it needs, as far as that goes', (service, name, compose) =>
    Object.entries(service.depends_on).map(([needed, { condition, required }]) => {
      const other = compose.services[needed];
      if (other === undefined) return `waits for ${needed}, which does not exist`;
      const wanted = isJob(other) ? 'service_completed_successfully' : 'service_healthy';
      if (condition !== wanted) return `waits for ${needed} with ${condition}: ${wanted} is meant`;
      const optional = other.profiles.some((profile) => !service.profiles.includes(profile));
      if (optional === required)
        return `${needed} is ${optional ? '' : 'not '}behind a profile: required: ${!optional}`;
      return unless(!reaches(compose, needed, name), `waits for ${needed}, which waits for it`);
    }),
  ),

  perService('start-order-complete', 'who names a host in its environment waits for it', (service, name, compose) =>
    [...hostsIn(service)]
      .filter((host) => host !== name && compose.services[host] !== undefined && service.profiles.length === 0)
      .map((host) =>
        unless(waitsFor(compose, service, host), `names ${host} in its environment but does not wait for it`),
      ),
  ),
];

function hostsIn({ environment }: ComposeService): Set<string> {
  return new Set(
    Object.values(environment).flatMap((value) => [...String(value).matchAll(HOST)].map(([, host = '']) => host)),
  );
}

/** By itself, or through what it waits for. */
function waitsFor(compose: ComposeFile, { depends_on: needs }: ComposeService, host: string): boolean {
  return Object.keys(needs).some((needed) => needed === host || reaches(compose, needed, host));
}

function reaches(compose: ComposeFile, from: string, to: string, seen = new Set<string>()): boolean {
  if (seen.has(from)) return false;
  seen.add(from);
  const next = Object.keys(compose.services[from]?.depends_on ?? {});
  return next.some((needed) => needed === to || reaches(compose, needed, to, seen));
}
