import { expect, it } from '@jest/globals';
import { aFinding } from '../../../test/vision-question.builder.ts';
import type { KeptReading } from '../../domain/analysis/seen-photo.ts';
import type { PhotoReader } from '../photo-reader.port.ts';
import type { Vision, VisionOutcome } from '../vision.port.ts';
import { LookAtPhoto } from './look-at-photo.ts';

const OPEN: Partial<KeptReading> = { redaction: { kind: 'none', regions: [] } };
const FORM = { name: '1280', contentType: 'image/jpeg', width: 1, height: 1, bytes: Buffer.from('x') } as const;
const READ = { reading: OPEN as KeptReading, personal: [], forms: [FORM] };
const SAID = { kind: 'found', category: '', language: 'en', title: '', description: null } as const;

it('tells of a model that looked who it was and how long it took', async () => {
  const by = { provider: 'claude', model: 'm', promptVersion: 'p', milliseconds: 1_250 };
  const outcome: VisionOutcome = { degraded: false, kept: false, finding: aFinding(), ...by };
  const vision: Partial<Vision> = { look: async () => outcome };
  const look = new LookAtPhoto({} as PhotoReader, vision as Vision);
  expect(await look.ask(READ, SAID, { photoSha256: 'a'.repeat(64), postId: null }, {})).toEqual({
    ...by,
    finding: aFinding(),
  });
});
