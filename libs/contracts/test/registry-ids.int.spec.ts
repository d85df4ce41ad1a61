import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SCHEMAS } from '../src/index.ts';
import type { SchemaRow } from '../src/index.ts';
import { registrySchemaIds } from '../src/registry.ts';
import { found, refused, ScriptedRegistry } from './scripted-registry.ts';
import type { ScriptedAnswer, ScriptedRequest } from './scripted-registry.ts';

const row = SCHEMAS.find((each) => each.event === 'post.created') as SchemaRow;
const { recordName, subject } = row;

let registry: ScriptedRegistry;
let problems: string[];
beforeEach(async () => {
  registry = await ScriptedRegistry.open();
  problems = [];
});
afterEach(() => registry.close());

const open = (options: { timeoutMs?: number } = {}) =>
  registrySchemaIds({
    url: `${registry.url}/`,
    auth: { username: 'relay', password: 'correct horse' },
    clientId: 'fn-posts',
    timeoutMs: 20_000,
    onProblem: (problem) => void problems.push(problem),
    ...options,
  });

/** A registry that has the schemas under these ids, and gives the next one to what it does not have. */
function holding(ids: Map<unknown, number>): (request: ScriptedRequest) => ScriptedAnswer {
  return ({ method, path, body }) => {
    const schema: unknown = Object(body).schema;
    if (method === 'POST' && path.endsWith('/versions')) {
      if (!ids.has(schema)) ids.set(schema, ids.size + 41);
      return found({ id: ids.get(schema) });
    }
    if (method === 'PUT') return found(body);
    if (method === 'POST' && ids.has(schema)) return found({ id: ids.get(schema), version: 1 });
    return refused(404, path.startsWith('/config') ? 40_408 : 40_401);
  };
}

describe('the id of a schema', () => {
  it('is what the registry has for this very text under <topic>-<record>; nothing is written then', async () => {
    registry.answer = holding(new Map([[row.schema, 41]]));
    expect(await open().idOf(recordName, 1)).toBe(41);
    expect(registry.asked).toEqual([`POST /subjects/${subject}`]);
  });

  it('comes from registering it, FULL_TRANSITIVE, when the registry does not have it', async () => {
    registry.answer = holding(new Map());
    expect(await open().idOf(recordName, 1)).toBe(41);
    expect(registry.asked).toEqual([
      `POST /subjects/${subject}`,
      `GET /config/${subject}`,
      `POST /subjects/${subject}/versions`,
      `PUT /config/${subject}`,
    ]);
    expect(registry.requests.at(-1)?.body).toEqual({ compatibility: 'FULL_TRANSITIVE' });
  });

  it('is asked for once, however many ask, and then known without asking', async () => {
    registry.answer = holding(new Map([[row.schema, 41]]));
    const ids = open();
    expect(await Promise.all([1, 2, 3].map(async () => ids.idOf(recordName, 1)))).toEqual([41, 41, 41]);
    expect(ids.idOf(recordName, 1)).toBe(41);
    expect(registry.requests).toHaveLength(1);
  });

  it('is asked for again after the registry was away, and that is said once', async () => {
    registry.answer = () => refused(503, 50_003);
    const ids = open();
    for (let round = 0; round < 3; round++) await expect(ids.idOf(recordName, 1)).rejects.toThrow('answers 503');
    registry.answer = holding(new Map([[row.schema, 41]]));
    expect(await ids.idOf(recordName, 1)).toBe(41);
    expect(problems).toEqual(['away']);
  });

  it('is with the newer build when this one does not have the version', async () => {
    await expect(open().idOf(recordName, 7)).rejects.toMatchObject({
      code: 'contract.unknown_schema',
      kind: 'dependency',
    });
    expect(registry.requests).toEqual([]);
  });

  it('is refused with the reason of the registry when the schema is incompatible', async () => {
    const held = holding(new Map());
    registry.answer = (request) =>
      request.path.endsWith('/versions') ? refused(409, 409, 'title: int became string') : held(request);
    const ids = open();
    for (let round = 0; round < 2; round++) {
      await expect(ids.idOf(recordName, 1)).rejects.toMatchObject({
        code: 'contract.schema_refused',
        kind: 'conflict',
        detail: `the schema registry refuses ${subject} v1: title: int became string`,
      });
    }
    expect(problems).toEqual(['refused']);
  });

  it('waits for the operator when the subject has another compatibility', async () => {
    const held = holding(new Map());
    registry.answer = (request) =>
      request.path.startsWith('/config') ? found({ compatibilityLevel: 'BACKWARD' }) : held(request);
    await expect(open().idOf(recordName, 1)).rejects.toMatchObject({
      kind: 'dependency',
      detail: expect.stringMatching(/PostCreated v1: .*FULL_TRANSITIVE != BACKWARD/),
    });
  });
});

/** Only what never ends is worth a timeout that a busy machine could reach. */
const patienceWith = (answer: ScriptedAnswer): number => (typeof answer === 'string' ? 300 : 20_000);

describe('a registry in trouble', () => {
  it.each<[string, ScriptedAnswer, string]>([
    ['401', refused(401, 401), 'check its user, password and rights'],
    ['403', refused(403, 40_301), 'check its user, password and rights'],
    ['404 of a proxy', { status: 404, html: '<h1>no such route</h1>' }, 'check the path of its address'],
    ['429', refused(429, 42_901), 'it is asked too often'],
    ['500', refused(500, 50_001), 'it has a trouble of its own'],
    ['a page', { status: 200, html: '<h1>log in</h1>' }, 'something else than a registry would'],
    ['half an answer', 'cut', 'the schema registry at'],
    ['silence', 'silence', 'no answer within 300 ms'],
  ])('is a dependency that is away for whoever reads: %s', async (_what, answer, words) => {
    registry.answer = () => answer;
    const ids = open({ timeoutMs: patienceWith(answer) });
    await expect(ids.writerOf(41)).rejects.toMatchObject({
      kind: 'dependency',
      detail: expect.stringContaining(words),
    });
    expect(problems).toEqual(['away']);
  });

  it.each<[string, ScriptedAnswer]>([
    ['401', refused(401, 401)],
    ['403', refused(403, 40_301)],
    ['404 of a proxy', { status: 404, html: '<h1>no such route</h1>' }],
    ['429', refused(429, 42_901)],
    ['500', refused(500, 50_001)],
    ['a page', { status: 200, html: '<h1>log in</h1>' }],
    ['read-only', refused(422, 42_205, 'in read-only mode')],
    ['half an answer', 'cut'],
    ['silence', 'silence'],
  ])('is a dependency that is away for whoever writes: %s', async (_what, answer) => {
    registry.answer = () => answer;
    const ids = open({ timeoutMs: patienceWith(answer) });
    await expect(ids.idOf(recordName, 1)).rejects.toMatchObject({
      code: 'contract.registry_unavailable',
      kind: 'dependency',
    });
    expect(problems).toEqual(['away']);
  });

  it('is one when nobody listens', async () => {
    const ids = open();
    await registry.close();
    const away = { kind: 'dependency', detail: expect.stringContaining('ECONNREFUSED') };
    await expect(ids.idOf(recordName, 1)).rejects.toMatchObject(away);
    await expect(ids.writerOf(41)).rejects.toMatchObject(away);
  });

  it('is told who asks, and no error repeats it', async () => {
    registry.answer = () => refused(401, 401);
    const ids = open();
    const errors = await Promise.all(
      [ids.idOf(recordName, 1), ids.writerOf(41)].map((asked) =>
        Promise.resolve(asked).catch((error: unknown) => error),
      ),
    );
    const basic = Buffer.from('relay:correct horse').toString('base64');
    expect(registry.requests.map(({ authorization }) => authorization)).toEqual([`Basic ${basic}`, `Basic ${basic}`]);
    const said = errors.map((error) => deepText(error)).join('\n');
    expect(said).toContain(registry.url);
    for (const secret of ['correct horse', basic]) expect(said).not.toContain(secret);
  });

  it.each(['registry:8081', 'ftp://registry', 'http://me:secret@registry:8081', 'http://registry?token=secret'])(
    'cannot be at %s, and the refusal does not repeat it',
    (url) => {
      expect(() => registrySchemaIds({ url })).toThrow(
        expect.objectContaining({ message: expect.not.stringContaining('secret') }),
      );
    },
  );
});

/** An error with its causes and everything that hangs on them. */
function deepText(error: unknown): string {
  const { cause, ...own } = Object(error) as { cause?: unknown };
  return `${String(error)} ${JSON.stringify(own)} ${Object(error).stack} ${cause === undefined ? '' : deepText(cause)}`;
}
