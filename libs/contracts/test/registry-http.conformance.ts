import { expect, it } from '@jest/globals';
import { SCHEMAS } from '../src/index.ts';
import type { SchemaRow } from '../src/index.ts';
import type { RegistryUnderTest } from './registry-under-test.ts';

const row = SCHEMAS[0] as SchemaRow;
const subject = encodeURIComponent(row.subject);

/** The part of the API that other clients and people use, as they see it: paths, codes, bodies. */
export function describeRegistryHttp(registry: () => RegistryUnderTest): void {
  const ask = async (path: string, sent?: unknown) => {
    const { url, auth } = registry();
    const basic = auth && `Basic ${Buffer.from(`${auth.username}:${auth.password}`).toString('base64')}`;
    const response = await fetch(url + path, {
      headers: {
        'content-type': 'application/vnd.schemaregistry.v1+json',
        ...(basic !== undefined && { authorization: basic }),
      },
      ...(sent !== undefined && { method: 'POST', body: JSON.stringify(sent) }),
    });
    return { status: response.status, body: await response.json() };
  };

  it('lists every subject', async () => {
    const { body } = await ask('/subjects');
    expect(body).toEqual(expect.arrayContaining(SCHEMAS.map((each) => each.subject)));
  });

  it('shows a version by its number and as the latest', async () => {
    const { body } = await ask(`/subjects/${subject}/versions/1`);
    expect(body).toMatchObject({
      subject: row.subject,
      version: 1,
      id: expect.any(Number),
      schema: expect.any(String),
    });
    expect((await ask(`/subjects/${subject}/versions`)).body).toEqual(expect.arrayContaining([1]));
    expect((await ask(`/subjects/${subject}/versions/latest`)).status).toBe(200);
    const { id } = body as { id: number };
    expect((await ask(`/schemas/ids/${id}/versions`)).body).toEqual([{ subject: row.subject, version: 1 }]);
    expect(JSON.parse(((await ask(`/schemas/ids/${id}`)).body as { schema: string }).schema)).toEqual(
      JSON.parse(row.schema),
    );
  });

  it('holds our subjects to FULL_TRANSITIVE', async () => {
    const { body } = await ask(`/config/${subject}`);
    expect(body).toMatchObject({ compatibilityLevel: 'FULL_TRANSITIVE' });
  });

  it('says whether a schema would be compatible without registering it', async () => {
    const path = `/compatibility/subjects/${subject}/versions/latest?verbose=true`;
    const broken = JSON.stringify({ ...(JSON.parse(row.schema) as object), fields: [{ name: 'odd', type: 'int' }] });
    expect((await ask(path, { schema: row.schema })).body).toMatchObject({ is_compatible: true });
    expect((await ask(path, { schema: broken })).body).toMatchObject({ is_compatible: false });
  });

  it.each<[string, number, number]>([
    ['/subjects/never.heard-of.It/versions', 404, 40_401],
    ['/subjects/never.heard-of.It/versions/latest', 404, 40_401],
    [`/subjects/${subject}/versions/99`, 404, 40_402],
    ['/schemas/ids/1999999999', 404, 40_403],
  ])('answers %s with %i and the code %i', async (path, status, code) => {
    expect(await ask(path)).toMatchObject({ status, body: { error_code: code, message: expect.any(String) } });
  });

  it('refuses what is no schema, with a code for it', async () => {
    const answer = await ask(`/subjects/${subject}/versions`, { schema: '{"type":"nonsense"}' });
    expect(answer).toMatchObject({ status: 422, body: { error_code: 42_201 } });
  });
}
