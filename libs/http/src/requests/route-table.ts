import type { FastifyInstance } from 'fastify';

/** Remembers every route, so that a wrong method can be told from a wrong address. Read only after a router miss. */
export class RouteTable {
  private readonly entries: Array<{ readonly method: string; readonly pattern: RegExp }> = [];

  watch(instance: FastifyInstance): void {
    instance.addHook('onRoute', ({ method, url }) => {
      if (url === '*') return;
      const pattern = patternOf(url);
      for (const one of [method].flat()) this.entries.push({ method: one, pattern });
    });
  }

  /** What else could be asked here; nothing when the router knows this method at this address and still found nothing. */
  otherMethodsAt(url: string, asked: string): string[] {
    const path = url.split('?', 1)[0] ?? '';
    const methods = this.entries.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
    return methods.includes(asked) ? [] : [...new Set(methods)].sort();
  }
}

function patternOf(url: string): RegExp {
  const source = url
    .split('/')
    .map((segment) => {
      if (segment === '*') return '.*';
      return segment.startsWith(':') ? '[^/]+' : segment.replaceAll(/[^\w-]/g, '\\$&');
    })
    .join('/');
  return new RegExp(`^${source}/?$`);
}
