import { z } from 'zod';

const said = z.object({ value: z.string(), confidence: z.number() }).nullable();
const list = z.array(z.object({ value: z.string(), confidence: z.number() }));

/** What has to be there; everything else that an answer holds is not looked at. */
export const answerShape = z.object({
  category: said,
  title: said,
  description: said,
  brand: said,
  model: said,
  material: said,
  tags: list,
  objects: list,
  colors: list,
  texts: list,
  sensitive: z.boolean(),
});

export type RawAnswer = z.infer<typeof answerShape>;
