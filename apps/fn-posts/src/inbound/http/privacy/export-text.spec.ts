import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { collect } from '../../../../test/collect.ts';
import { NOON } from '../../../../test/post.builder.ts';
import type { AuditedAct, Pages } from '../../../use-cases/privacy/export-source.port.ts';
import type { ExportedSections, PersonalExport } from '../../../use-cases/privacy/export-personal-data.ts';
import { textOf } from './export-text.ts';
import { exportResponse } from './export.response.ts';

async function* none(): AsyncGenerator<never[]> {}

const anAct = (subject: string): AuditedAct => ({ at: NOON, action: 'person.exported', subject, details: {} });

function anExport(auditEntries: Pages<AuditedAct>): PersonalExport {
  const empty: Omit<ExportedSections, 'auditEntries'> = {
    posts: none(),
    postVersions: none(),
    changesOfOthers: none(),
    uploads: none(),
    contactExchanges: none(),
    verifiedClaims: none(),
    consents: none(),
    keptAnswers: none(),
  };
  const personId = '0198c0de-0000-7000-8000-00000000000a';
  return { personId, at: NOON, erasure: null, dataKey: null, sections: { ...empty, auditEntries } };
}

/** Pages without end, and how many of them were fetched. */
function endless() {
  const state = { fetched: 0, left: false };
  async function* pages(): AsyncGenerator<AuditedAct[]> {
    try {
      for (;;) {
        state.fetched += 1;
        yield Array.from({ length: 100 }, (_, i) => anAct(`post/${state.fetched}-${i}`));
      }
    } finally {
      state.left = true;
    }
  }
  return { state, stream: Readable.from(textOf(anExport(pages())), { objectMode: false, highWaterMark: 1 }) };
}

describe('the text of an export', () => {
  it('is one JSON object, with nothing, and with pages of which some are empty', async () => {
    async function* some(): AsyncGenerator<AuditedAct[]> {
      yield [];
      yield [anAct('post/1'), anAct('post/2')];
      yield [];
      yield [anAct('post/3')];
    }
    for (const [pages, subjects] of [
      [none(), []],
      [some(), ['post/1', 'post/2', 'post/3']],
    ] as const) {
      const text = (await collect(textOf(anExport(pages)))).join('');
      const { auditEntries } = exportResponse.parse(JSON.parse(text));
      expect(auditEntries.map(({ subject }) => subject)).toEqual(subjects);
    }
  });

  it('fetches no page before the one that went before was taken, and none after nobody is there', async () => {
    const { state, stream } = endless();
    const reader = stream[Symbol.asyncIterator]();
    let taken = 0;
    while (taken < 50) {
      await reader.next();
      taken += 1;
      expect(state.fetched).toBeLessThanOrEqual(taken);
    }
    await reader.return?.();
    const { fetched } = state;
    expect({ destroyed: stream.destroyed, left: state.left }).toEqual({ destroyed: true, left: true });
    await new Promise(setImmediate);
    expect(state.fetched).toBe(fetched);
  });

  it('ends without its last brace when something goes wrong on the way', async () => {
    async function* broken(): AsyncGenerator<AuditedAct[]> {
      yield [anAct('post/1')];
      throw new Error('away');
    }
    const seen: string[] = [];
    const reading = async () => {
      for await (const text of textOf(anExport(broken()))) seen.push(text);
    };
    await expect(reading()).rejects.toThrow('away');
    expect(() => JSON.parse(seen.join(''))).toThrow(SyntaxError);
  });
});
