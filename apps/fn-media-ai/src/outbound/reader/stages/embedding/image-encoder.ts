import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { InferenceSession } from 'onnxruntime-web';
import type { Pixels } from '../../../../domain/photo/pixels.ts';
import { encoderShape, type EncoderShape } from './encoder-shape.ts';
import { isMissing, modelProblem } from './model-problem.ts';
import { openOnnxRuntime, type OnnxRuntime } from './onnx-runtime.ts';
import { pictureTensor } from './picture-tensor.ts';
import { type Preprocessing, preprocessingFor } from './preprocessing.ts';
import { unitVector } from './unit-vector.ts';

const MOST_DIMENSIONS = 4_096;

/** Opens the model in a file and looks at one picture with it, so that whatever is wrong is told now. */
export async function openImageEncoder(modelFile: string): Promise<ImageEncoder> {
  const file = await readFile(modelFile).catch((error: unknown) => {
    const why = isMissing(error) ? 'is not there' : 'cannot be read';
    throw modelProblem(`names a file that ${why}: correct the path, or leave it out to do without`);
  });
  const preprocessing = await preprocessingFor(modelFile);
  const runtime = await openOnnxRuntime();
  const session = await runtime.open(modelFile, file).catch(() => {
    throw modelProblem(
      `names a file that ${runtime.name} cannot load: give a whole ONNX file of an image encoder, its weights within`,
    );
  });
  const shape = encoderShape(session, preprocessing);
  // Vectors compare only when model and preprocessing are the same.
  const print = createHash('sha256')
    .update(file)
    .update(JSON.stringify([preprocessing, shape]))
    .digest('hex');
  const name =
    preprocessing.name ??
    basename(modelFile)
      .replace(/\.onnx$/i, '')
      .replaceAll(/[^\w.-]/g, '-')
      .slice(0, 60);
  const encoder = new ImageEncoder(session, runtime, { ...preprocessing, ...shape }, `${name}@${print.slice(0, 12)}`);
  await encoder.encode(SAMPLE);
  return encoder;
}

export class ImageEncoder {
  #dimensions = 0;

  constructor(
    private readonly session: InferenceSession,
    private readonly runtime: OnnxRuntime,
    private readonly how: Omit<Preprocessing, 'size' | 'layout' | 'output'> & EncoderShape,
    /** Name and fingerprint: only vectors of one model compare. */
    readonly model: string,
  ) {}

  get runtimeName(): OnnxRuntime['name'] {
    return this.runtime.name;
  }

  /** Of the last vector. */
  get dimensions(): number {
    return this.#dimensions;
  }

  /** Of unit length. */
  async encode(pixels: Pixels): Promise<readonly number[]> {
    const { input, output, size, layout } = this.how;
    const dims = layout === 'nchw' ? [1, 3, size, size] : [1, size, size, 3];
    const tensor = this.runtime.tensor(await pictureTensor(pixels, this.how), dims);
    const found = await this.session.run({ [input]: tensor }, [output]).catch(() => {
      throw modelProblem(`names a model that fails on a picture of ${size} x ${size}: see its size and layout`);
    });
    const vector = vectorIn(found[output]);
    this.#dimensions = vector.length;
    return vector;
  }
}

function vectorIn(found: InferenceSession.ReturnType[string] | undefined): readonly number[] {
  if (found?.type !== 'float32') throw modelProblem('names a model whose output is no float32 tensor: convert it');
  const dimensions = found.dims.at(-1) ?? 0;
  if (found.dims.slice(0, -1).some((size) => size !== 1) || dimensions < 2 || dimensions > MOST_DIMENSIONS) {
    const given = found.dims.join(' x ');
    throw modelProblem(
      `names a model that gives ${given} numbers: name an output of one vector (2 to ${MOST_DIMENSIONS}) in the JSON file`,
    );
  }
  const unit = unitVector(found.data as Float32Array);
  if (unit === undefined) throw modelProblem('names a model whose numbers are zero or none: its file may be damaged');
  return unit;
}

/** A picture with every colour in it, so that only a broken model sees nothing. */
const SAMPLE: Pixels = {
  width: 64,
  height: 64,
  data: Uint8Array.from({ length: 64 * 64 * 3 }, (_, index) => (index * 7 + (index >> 6) * 13) % 256),
};
