import { contactExamples } from './contact.ts';
import { type Examples, withRefusals } from './examples.ts';
import { ITEM, report } from './items.ts';
import type { Person } from './person.ts';
import { aPicture, photoExamples, upload } from './photos.ts';
import { readingExamples, writingExamples } from './posts.ts';
import { type Publish, suggestionExamples } from './suggestions.ts';

/** What hooks.py tells Schemathesis about the service and the caller. */
export interface World {
  readonly examples: Examples;
  /** By the name of a field, a header or a parameter; null leaves it out. */
  readonly values: Readonly<Record<string, readonly unknown[]>>;
}

export const EMPTY_WORLD: World = { examples: {}, values: {} };

export interface People {
  /** Undefined: a stranger. */
  readonly me: Person | undefined;
  readonly other: Person;
}

/** Makes what the requests of a caller are about. */
export async function makeWorld({ me, other }: People, publish: Publish, root: string): Promise<World> {
  const others = await report(other);
  const reading = readingExamples(others);
  if (me === undefined) return { ...EMPTY_WORLD, examples: withRefusals(reading), values: KNOWN };
  const picture = await aPicture();
  const examples = {
    ...reading,
    ...(await writingExamples(me, others)),
    ...(await photoExamples(me, others)),
    ...(await contactExamples(me, other)),
    ...(await suggestionExamples(me, publish, root)),
  };
  const uploads = await Promise.all([1, 2, 3, 4].map(() => upload(me, picture)));
  const posts = await Promise.all([1, 2, 3].map(() => report(other)));
  const values = {
    ...KNOWN,
    postId: posts,
    uploadId: uploads,
    photoUploadIds: [[], uploads.slice(0, 1)],
    file: [{ base64: picture.toString('base64') }],
  };
  return { examples: withRefusals(examples), values };
}

/** Values that random ones would hardly ever be. */
const KNOWN: World['values'] = {
  'If-Match': ['*', '*', '"1"', '"999999"'],
  'Idempotency-Key': [null],
  cursor: [null],
  reference: [null],
  timeZone: [ITEM.timeZone, 'Pacific/Auckland'],
  language: [ITEM.language, 'pt-BR'],
  occurredFrom: [ITEM.occurredFrom],
  occurredTo: [ITEM.occurredTo],
};
