import type { InferenceSession } from 'onnxruntime-web';
import { modelProblem } from './model-problem.ts';
import type { Layout } from './picture-tensor.ts';
import type { Preprocessing } from './preprocessing.ts';

export interface EncoderShape {
  readonly input: string;
  readonly output: string;
  readonly size: number;
  readonly layout: Layout;
}

type Signature = Pick<InferenceSession, 'inputNames' | 'outputNames' | 'inputMetadata'>;

/** Outputs that are a vector of the whole picture in exports of CLIP and SigLIP. */
const POOLED = ['image_embeds', 'pooler_output'];
const SIZE = 224;

/** What a model takes and gives, or why it is not an encoder of pictures. */
export function encoderShape(signature: Signature, asked: Preprocessing): EncoderShape {
  const [input, ...others] = signature.inputNames;
  if (input === undefined || others.length > 0) {
    throw modelProblem(
      `takes ${signature.inputNames.join(', ') || 'nothing'}: export the image encoder alone, which takes one picture`,
    );
  }
  const meta = signature.inputMetadata[0];
  if (meta?.isTensor !== true || meta.type !== 'float32') throw modelProblem('takes no float32 tensor: convert it');
  const { shape } = meta;
  if (shape.length !== 0 && shape.length !== 4) throw modelProblem(`takes ${shape.length} dimensions, a picture has 4`);
  if (typeof shape[0] === 'number' && shape[0] > 1)
    throw modelProblem(`takes ${shape[0]} pictures at once: export it for 1`);
  const layout = asked.layout ?? (shape[3] === 3 ? 'nhwc' : 'nchw');
  const edge = layout === 'nchw' ? shape[2] : shape[1];
  const fixed = typeof edge === 'number' && edge > 0 ? edge : undefined;
  if (fixed !== undefined && asked.size !== undefined && asked.size !== fixed) {
    throw modelProblem(`takes pictures of ${fixed} pixels, and the JSON file beside it says ${asked.size}`);
  }
  return { input, output: outputOf(signature.outputNames, asked.output), size: fixed ?? asked.size ?? SIZE, layout };
}

function outputOf(names: readonly string[], asked: string | undefined): string {
  const wanted = asked === undefined ? POOLED : [asked];
  const found =
    wanted.find((name) => names.includes(name)) ?? (asked === undefined && names.length === 1 ? names[0] : undefined);
  if (found !== undefined) return found;
  throw modelProblem(`gives ${names.join(', ')}: name the pooled one as "output" in the JSON file beside it`);
}
