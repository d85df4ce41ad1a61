import type { Role } from '../actor.ts';

export interface RolePolicy {
  /** One of them is enough. */
  readonly roles: readonly Role[];
  /** All of them are needed. */
  readonly scopes?: readonly string[];
  /** A single-use `?ticket=` does instead of a token: browsers open event streams without headers. */
  readonly ticket?: true;
}

export type RoutePolicy = 'public' | RolePolicy;
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type RouteKey = `${Method} /${string}`;

/** One row per route: who may call it. Every route has exactly one row, or the service does not start. */
export class RoutePolicies {
  private readonly table: ReadonlyMap<string, RoutePolicy>;

  constructor(table: Readonly<Record<RouteKey, RoutePolicy>>) {
    this.table = new Map(Object.entries(table));
  }

  of(method: string, path: string): RoutePolicy | undefined {
    return this.table.get(`${method} ${path}`);
  }

  entries(): Array<[RouteKey, RoutePolicy]> {
    return [...this.table] as Array<[RouteKey, RoutePolicy]>;
  }

  /** For the API document. */
  accessOf(method: string, path: string): 'public' | readonly Role[] | undefined {
    const policy = this.of(method, path);
    return policy === undefined || policy === 'public' ? policy : policy.roles;
  }

  /** What is wrong between this table and the routes that exist; empty when they agree. */
  disagreementsWith(routes: Iterable<string>): string[] {
    const existing = new Set(routes);
    return [
      ...[...existing].filter((route) => !this.table.has(route)).map((route) => `${route} has no policy`),
      ...[...this.table.keys()].filter((route) => !existing.has(route)).map((route) => `${route} is no route`),
    ];
  }
}

export function defineRoutePolicies(table: Readonly<Record<RouteKey, RoutePolicy>>): RoutePolicies {
  return new RoutePolicies(table);
}
