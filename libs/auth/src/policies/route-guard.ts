import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from '../actor.ts';
import { tokenError } from '../tokens/token-errors.ts';
import type { TokenVerifier } from '../tokens/token-verifier.ts';
import { assertAllowed } from './access.ts';
import type { RoutePolicies, RoutePolicy } from './route-policies.ts';

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null;
  }
  interface FastifyContextConfig {
    policy?: RoutePolicy;
  }
}

/** Turns a single-use ticket into the one it was issued to. */
export interface TicketRedeemer {
  redeem(ticket: string): Promise<Actor | undefined>;
}

const BEARER = /^bearer ([\w.~+/=-]+)$/i;

/** Decides before the body is read, so that strangers cannot make us parse anything. */
export class RouteGuard {
  private readonly routes = new Set<string>();

  constructor(
    private readonly policies: RoutePolicies,
    private readonly verifier: TokenVerifier,
    private readonly tickets: TicketRedeemer | undefined,
    private readonly prefix: string,
  ) {}

  install(instance: FastifyInstance): void {
    instance.decorateRequest('actor', null);
    instance.addHook('onRoute', (route) => {
      if (!this.guards(route.url)) return;
      const path = route.url.slice(this.prefix.length) || '/';
      for (const method of [route.method].flat()) {
        const asked = method === 'HEAD' ? 'GET' : method;
        this.routes.add(`${asked} ${path}`);
        const policy = this.policies.of(asked, path);
        if (policy !== undefined) route.config = { ...route.config, policy };
      }
    });
    instance.addHook('onRequest', async (request) => {
      const { url, config } = request.routeOptions;
      if (request.is404 || url === undefined || !this.guards(url)) return;
      if (config.policy === undefined) throw tokenError('token.missing');
      request.actor = await this.admit(request, config.policy);
    });
  }

  assertComplete(): void {
    const wrong = this.policies.disagreementsWith(this.routes);
    if (wrong.length > 0) throw new Error(`Routes and their policies disagree: ${wrong.join('; ')}.`);
  }

  /** The prefix itself too: a controller without a path of its own answers there. */
  private guards(url: string): boolean {
    return url === this.prefix || url.startsWith(`${this.prefix}/`);
  }

  private async admit(request: FastifyRequest, policy: RoutePolicy): Promise<Actor | null> {
    const actor = await this.identify(request, policy);
    if (policy === 'public') return actor;
    if (actor === null) throw tokenError('token.missing');
    assertAllowed(actor, policy);
    return actor;
  }

  private async identify(request: FastifyRequest, policy: RoutePolicy): Promise<Actor | null> {
    const { authorization } = request.headers;
    if (authorization === undefined) return this.redeem(request, policy);
    const token = BEARER.exec(authorization)?.[1];
    if (token === undefined) throw tokenError('token.malformed');
    return this.verifier.recall(token) ?? this.verifier.verify(token);
  }

  private async redeem(request: FastifyRequest, policy: RoutePolicy): Promise<Actor | null> {
    if (policy === 'public' || policy.ticket !== true) return null;
    const { ticket } = request.query as { readonly ticket?: unknown };
    if (ticket === undefined) return null;
    const actor = typeof ticket === 'string' ? await this.tickets?.redeem(ticket) : undefined;
    if (actor === undefined) throw tokenError('ticket.invalid');
    return actor;
  }
}
