import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { isMissing, modelProblem } from './model-problem.ts';

const three = z.tuple([z.number(), z.number(), z.number()]);

/** How a picture becomes the numbers that a model was trained on. Whatever is left out is as for CLIP. */
const preprocessingShape = z.strictObject({
  /** Under which name its vectors go out; otherwise the name of the file. */
  name: z
    .string()
    .regex(/^[\w.-]{1,60}$/)
    .optional(),
  /** Pixels an edge; otherwise what the model itself says, or 224. */
  size: z.int().min(8).max(1_024).optional(),
  /** cover: the middle square of the picture; fill: all of it, pressed into a square. */
  fit: z.enum(['cover', 'fill']).default('cover'),
  mean: three.default([0.481_454_66, 0.457_827_5, 0.408_210_73]),
  std: three.refine((all) => all.every((each) => each > 0)).default([0.268_629_54, 0.261_302_58, 0.275_777_11]),
  layout: z.enum(['nchw', 'nhwc']).optional(),
  /** Of several outputs, the one that is a vector of the whole picture. */
  output: z.string().optional(),
});

export type Preprocessing = z.infer<typeof preprocessingShape>;

/** From the JSON file beside the model, `clip.json` beside `clip.onnx`, where there is one. */
export async function preprocessingFor(modelFile: string): Promise<Preprocessing> {
  const file = `${modelFile.replace(/\.onnx$/i, '')}.json`;
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return '{}';
    throw modelProblem('has a JSON file beside it that cannot be read: let the service read it');
  });
  const parsed = preprocessingShape.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`);
  throw modelProblem(`has a JSON file beside it that does not fit (${fields.join('; ')})`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
