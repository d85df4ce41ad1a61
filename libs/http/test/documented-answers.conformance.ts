import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask } from './ask.ts';
import { ODD_REQUESTS } from './odd-requests.ts';

export interface DocumentedHarness {
  /** `http://127.0.0.1:4001` */
  readonly origin: string;
  /** Somebody whom the routes let in, so that odd requests get behind the door, too. */
  readonly token?: string;
  stop(): Promise<void>;
}

interface Documented {
  readonly method: string;
  readonly path: string;
  readonly statuses: readonly number[];
}

/** Whatever is sent to a route, its answer is one of those that the API document lists for it, and never our fault. */
export function describeDocumentedAnswers(start: () => Promise<DocumentedHarness>): void {
  describe('the answer of every route', () => {
    let harness: DocumentedHarness;
    let routes: Documented[];
    beforeAll(async () => {
      harness = await start();
      routes = await readRoutes(harness.origin);
    });
    afterAll(() => harness.stop());

    it.each(Object.entries(ODD_REQUESTS))('to %s is in the API document', async (_name, odd) => {
      const tokens = harness.token === undefined ? [undefined] : [undefined, harness.token];
      const asked = routes.flatMap((route) => tokens.map((token) => ({ route, token })));
      const surprises = await Promise.all(
        asked.map(async ({ route, token }) => {
          const request = odd(route);
          const headers = { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...request.headers };
          const { status, type } = await ask(harness.origin, { ...request, headers });
          const isAsSaid = status < 500 && route.statuses.includes(status);
          const isProblem = status < 400 || request.method === 'HEAD' || type === 'application/problem+json';
          return isAsSaid && isProblem ? [] : [`${request.method} ${route.path} answers ${status} ${type}`];
        }),
      );
      expect(surprises.flat()).toEqual([]);
    });
  });
}

async function readRoutes(origin: string): Promise<Documented[]> {
  const document = (await (await fetch(`${origin}/api/openapi.json`)).json()) as {
    readonly paths: Record<string, Record<string, { readonly responses?: object }>>;
  };
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, { responses = {} }]) => {
      const route = { method: method.toUpperCase(), path, statuses: Object.keys(responses).map(Number) };
      return method === 'get' ? [route, { ...route, method: 'HEAD' }] : [route];
    }),
  );
}
