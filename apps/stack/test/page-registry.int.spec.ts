import { SCHEMAS } from '@foundnow/contracts';
import { registrySchemaIds } from '@foundnow/contracts/registry';
import { describe, expect, it } from '@jest/globals';
import { createPageServer } from '../src/page-server.ts';

describe('the page of the stack', () => {
  it('has the schema registry below /registry, and stays itself', async () => {
    const facts = { eventBus: 'embedded', database: 'none', example: '', services: [] };
    const page = createPageServer(facts, () => Promise.resolve('token'));
    try {
      const url = await page.listen({ host: '127.0.0.1', port: 0 });
      const ids = registrySchemaIds({ url: `${url}/registry` });
      for (const { recordName, version, id } of SCHEMAS.slice(0, 3)) {
        expect(await ids.idOf(recordName, version)).toBe(id);
        expect(await ids.writerOf(id)).toMatchObject({ recordName, version });
      }
      expect((await fetch(url)).headers.get('content-type')).toContain('text/html');
      expect(await (await fetch(`${url}/registry/nowhere`)).json()).toMatchObject({ error_code: 404 });
    } finally {
      await page.close();
    }
  });
});
