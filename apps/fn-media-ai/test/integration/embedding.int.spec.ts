import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DecodedPhoto } from '../../src/domain/photo/decoded-photo.ts';
import { checkEmbeddingModel } from '../../src/outbound/reader/stages/embedding/check-embedding-model.ts';
import { EmbeddingStage } from '../../src/outbound/reader/stages/embedding/embedding-stage.ts';
import { type TinyModel, tinyModel } from '../onnx/tiny-onnx.ts';

/** Red on the left, blue on the right, and a middle between them. */
function twoColors(width: number, height: number): DecodedPhoto {
  const data = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    data.set(pixel % width < width / 2 ? [255, 0, 0] : [0, 0, 255], pixel * 3);
  }
  return new DecodedPhoto({ width, height, data }, width, height);
}

describe('the embedding stage', () => {
  let folder: string;
  let files = 0;
  const given = async (model: Buffer | TinyModel, beside?: object | string) => {
    files += 1;
    const file = join(folder, `model-${files}.onnx`);
    await writeFile(file, Buffer.isBuffer(model) ? model : tinyModel(model));
    const json = typeof beside === 'object' ? JSON.stringify(beside) : beside;
    if (json !== undefined) await writeFile(file.replace('.onnx', '.json'), json);
    return file;
  };
  const plain = { mean: [0, 0, 0], std: [1, 1, 1] };
  const read = (file: string, photo = twoColors(64, 48)) => new EmbeddingStage(file).read(photo);
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'fn-onnx-'))));
  afterAll(() => rm(folder, { recursive: true }));

  it('gives a vector of unit length, as many numbers as the model has', async () => {
    const { finding, provider, confidence, model } = await read(
      await given({}, { ...plain, name: 'tiny' }),
      twoColors(64, 64),
    );
    expect(finding.values).toHaveLength(3);
    expect(Math.hypot(...finding.values)).toBeCloseTo(1, 6);
    const [red, green, blue] = finding.values;
    expect(red).toBeCloseTo(Math.SQRT1_2, 1);
    expect(green).toBeCloseTo(0, 5);
    expect(blue).toBeCloseTo(Math.SQRT1_2, 1);
    expect(finding.model).toMatch(/^tiny@[0-9a-f]{12}$/);
    expect({ provider, confidence, model }).toEqual({ provider: 'local', confidence: null, model: finding.model });
  });

  it('gives the same vector each time, and another for another picture', async () => {
    const stage = new EmbeddingStage(await given({}));
    const [first, again] = [await stage.read(twoColors(64, 48)), await stage.read(twoColors(64, 48))];
    expect(again.finding).toEqual(first.finding);
    const grey = new DecodedPhoto({ width: 9, height: 9, data: new Uint8Array(243).fill(90) }, 9, 9);
    expect((await stage.read(grey)).finding.values).not.toEqual(first.finding.values);
  });

  it('looks at the middle of a wide picture, or at all of it, as the file beside the model says', async () => {
    const wide = new Uint8Array(300 * 20 * 3);
    for (let pixel = 0; pixel < 6_000; pixel += 1) wide[pixel * 3 + (pixel % 300 < 60 ? 0 : 2)] = 255;
    const photo = new DecodedPhoto({ width: 300, height: 20, data: wide }, 300, 20);
    const cover = await read(await given({}, plain), photo);
    const fill = await read(await given({}, { ...plain, fit: 'fill' }), photo);
    expect(cover.finding.values[0]).toBeCloseTo(0, 5);
    expect(fill.finding.values[0]).toBeGreaterThan(0.2);
  });

  it('moves and stretches the channels as in the training', async () => {
    const { finding } = await read(await given({}, { mean: [1, 0, 0], std: [1, 1, 0.1] }));
    expect(finding.values[0]).toBeLessThan(0);
    expect(finding.values[2]).toBeGreaterThan(0.99);
  });

  it('feeds models that want the channels last', async () => {
    const model = {
      inputs: [['pixel_values', [1, 8, 8, 3]]],
      operators: ['Flatten'],
      outputDims: [1, 192],
    } as const;
    const { finding } = await read(await given(model, plain));
    expect(finding.values).toHaveLength(192);
    expect(finding.values[0]).toBeGreaterThan(0);
    expect(finding.values[2]).toBeCloseTo(0, 5);
  });

  it('takes the size from the file beside the model where the model leaves it open', async () => {
    const inputs = [['pixel_values', ['batch', 3, 'height', 'width']]] as const;
    const model = { inputs, operators: ['Flatten'], outputDims: [1, 768] };
    const { finding } = await read(await given(model, { ...plain, size: 16 }));
    expect(finding.values).toHaveLength(768);
  });

  it('chooses the pooled one of several outputs', async () => {
    const { finding } = await read(await given({ secondOutput: 'last_hidden_state' }, plain));
    expect(finding.values).toHaveLength(3);
  });

  it('tells vectors of another model, or of another preprocessing, apart by name', async () => {
    const names = await Promise.all([
      read(await given({}, { ...plain, name: 'tiny' })),
      read(await given({}, { ...plain, name: 'tiny', fit: 'fill' })),
      read(await given({ output: 'pooler_output' }, { ...plain, name: 'tiny' })),
      read(await given({}, { ...plain, name: 'tiny' })),
    ]);
    const models = names.map(({ finding }) => finding.model);
    expect(new Set(models).size).toBe(3);
    expect(models[3]).toBe(models[0]);
  });

  it.each<[string, Buffer | TinyModel, object | string | undefined, RegExp]>([
    ['no ONNX file', Buffer.from('<html>not found</html>'), undefined, /cannot load: give a whole ONNX file/],
    ['an empty file', Buffer.alloc(0), undefined, /cannot load/],
    ['half of a file', tinyModel().subarray(0, 60), undefined, /cannot load/],
    ['zeros', Buffer.alloc(4_096), undefined, /cannot load/],
    [
      'text and picture',
      {
        inputs: [
          ['pixel_values', [1, 3, 8, 8]],
          ['input_ids', [1, 77]],
        ],
      },
      undefined,
      /image encoder alone/,
    ],
    ['half precision', { type: 10 }, undefined, /float32/],
    [
      'a batch of four',
      { inputs: [['pixel_values', [4, 3, 8, 8]]], outputDims: [4, 3] },
      undefined,
      /4 pictures at once/,
    ],
    ['no pooling', { operators: ['Relu'], outputDims: [1, 3, 8, 8] }, undefined, /1 x 3 x 8 x 8 numbers/],
    ['two outputs', { output: 'a', secondOutput: 'b' }, undefined, /gives a, b: name the pooled one/],
    ['an output that is not there', {}, { output: 'none' }, /gives image_embeds/],
    ['another size', {}, { size: 224 }, /pictures of 8 pixels, and the JSON file beside it says 224/],
    ['a file beside it that is no JSON', {}, '{ nope', /JSON file beside it that does not fit/],
    ['a file beside it with a slip', {}, { means: [0, 0, 0] }, /JSON file beside it that does not fit/],
    ['a spread of zero', {}, { std: [1, 0, 1] }, /std/],
  ])('says at the start what is wrong with %s', async (_, model, beside, words) => {
    const problem = read(await given(model, beside));
    await expect(problem).rejects.toMatchObject({ name: 'ConfigError', problems: [{ key: 'MEDIA_AI_ONNX_MODEL' }] });
    await expect(problem).rejects.toThrow(words);
  });

  it('says so when there is no such file', async () => {
    await expect(read(join(folder, 'none.onnx'))).rejects.toThrow('is not there: correct the path');
  });

  it('is tried at the start of the service in a process of its own', async () => {
    const answer = await checkEmbeddingModel(await given({}, { ...plain, name: 'tiny' }));
    expect(answer).toMatchObject({ model: expect.stringMatching(/^tiny@/), runtime: 'onnxruntime-web', dimensions: 3 });
    expect(answer.memory).toBeGreaterThan(1_000_000);
    expect(answer.memory).toBeLessThan(500_000_000);
    const broken = checkEmbeddingModel(await given(Buffer.from('broken')));
    await expect(broken).rejects.toMatchObject({ name: 'ConfigError' });
    await expect(broken).rejects.toThrow('cannot load');
  });
});
