import { describe, expect, it } from '@jest/globals';
import { contractsWith, partMade } from '../../test/contract-fixture.ts';
import { eventsOf } from '../source/contracts.ts';
import { catalogFile, eventMapFile, schemasFile } from './ts-catalog.ts';
import { typesFile } from './ts-types.ts';

const tag = {
  type: 'record',
  name: 'Tag',
  doc: 'A tag.',
  fields: [{ name: 'text', type: 'string', doc: 'Its text.' }],
};
const contracts = contractsWith({
  versions: [
    partMade(
      { name: 'tags', type: { type: 'array', items: tag } },
      { name: 'best', type: ['null', 'Tag'], default: null },
      { name: 'madeAt', type: ['null', { type: 'long', logicalType: 'timestamp-millis' }], default: null },
      { name: 'sealedNote', type: ['null', 'string'], default: null, sealedFor: 'shop' },
    ),
  ],
  consumers: { shop: ['sealedNote'] },
  public: ['tags', 'best', 'madeAt'],
  sealed: ['sealedNote'],
});

describe('generated types', () => {
  const text = typesFile(eventsOf(contracts));

  it('are interfaces with docs, and unions for enums, each once', () => {
    expect(text).toContain("export type Visibility = 'unknown' | 'public' | 'private';");
    expect(text).toContain('/** A part was made. */\nexport interface PartMade {');
    expect(text).toContain('  readonly tags: readonly Tag[];\n');
    expect(text).toContain('  readonly best: Tag | null;\n');
    expect(text.match(/interface Tag /g)).toHaveLength(1);
  });

  it('say what a number means and who opens a seal', () => {
    expect(text).toContain('/** Said here. Milliseconds since 1970, UTC. */\n  readonly madeAt: number | null;');
    expect(text).toContain('/** Said here. Only shop opens it. */\n  readonly sealedNote: string | null;');
  });
});

describe('generated catalog', () => {
  it('ties names to payloads and topics', () => {
    expect(eventMapFile(contracts)).toContain("  'part.made': parts.PartMade;\n");
    expect(catalogFile(contracts)).toContain("  parts: 'parts.events',\n");
  });

  it('carries classes, recipients, key and subject', () => {
    const text = catalogFile(contracts);
    expect(text).toContain('"subject": "parts.events-foundnow.parts.PartMade"');
    expect(text).toContain('"sealedNote": "shop"');
    expect(text).toContain('"tags.text": "pseudonymous"');
  });

  it('carries every version of every schema with its id', () => {
    const rows = schemasFile(contracts)
      .split('\n')
      .filter((line) => line.startsWith('  {'))
      .map((line) => JSON.parse(line.slice(0, -1)) as unknown);
    expect(rows).toMatchObject([{ id: 1, event: 'part.made', version: 1, recordName: 'foundnow.parts.PartMade' }]);
  });
});
