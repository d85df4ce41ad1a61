import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { checkEmbeddingModel } from '../../src/outbound/reader/stages/embedding/check-embedding-model.ts';
import { ReaderPool } from '../../src/outbound/reader/reader-pool.ts';
import { tinyModel } from '../onnx/tiny-onnx.ts';

const ABOUT = { kind: 'found', category: 'bags.backpack', language: 'en' } as const;

describe('a reader with a model of the operator', () => {
  it('adds a vector of that model to the reading, and says who made it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fn-onnx-'));
    const onnxModel = join(folder, 'tiny.onnx');
    await writeFile(onnxModel, tinyModel());
    const { model, memory } = await checkEmbeddingModel(onnxModel);
    const pool = new ReaderPool({ readers: 1, text: false, onnxModel, onnxModelBytes: memory });
    const photo = sharp({ create: { width: 320, height: 240, channels: 3, background: '#1b2a49' } }).jpeg();
    const { reading } = await pool.read(await photo.toBuffer(), ABOUT);
    await pool.close();
    await rm(folder, { recursive: true });
    const vector = reading.vectors.find((each) => each.model === model);
    expect(vector?.values).toHaveLength(3);
    expect(Math.hypot(...(vector?.values ?? []))).toBeCloseTo(1, 6);
    expect(reading.stages).toContainEqual(expect.objectContaining({ stage: 'embedding', provider: 'local', model }));
  });
});
