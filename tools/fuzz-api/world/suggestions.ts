import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { within } from '../../ci/smoke/ask.ts';
import { type Examples, changes, staleChange } from './examples.ts';
import { report } from './items.ts';
import type { Person } from './person.ts';

/** Publishes an event as the service that owns it would. */
export type Publish = (event: 'post.enhanced', payload: object) => Promise<void>;

const EXAMPLE = 'schemas/media-ai/post.enhanced/examples/minimal.json';
const WORDS = { value: 'Umbrella with a handle of wood', confidence: 0.9, sources: ['vision'] };

/** What the photos suggest, on a post that something was suggested for. */
export async function suggestionExamples(me: Person, publish: Publish, root: string): Promise<Examples> {
  const example = JSON.parse(readFileSync(join(root, EXAMPLE), 'utf8')) as object;
  const suggested = async (): Promise<{ postId: string; analysisId: string }> => {
    const postId = await report(me);
    const analysisId = crypto.randomUUID();
    const said = { postVersion: 1, photosVersion: 1, level: 'suggest', title: WORDS, photos: [], failedPhotoIds: [] };
    await publish('post.enhanced', { ...example, ...said, postId, analysisId });
    const has = async () => (await me.get<{ suggestion: unknown }>(`/posts/${postId}`)).suggestion !== null;
    if (!(await within(30_000, has))) throw new Error('What post.enhanced suggests did not arrive within 30 s');
    return { postId, analysisId };
  };
  const [taken, undone, none] = await Promise.all([suggested(), suggested(), report(me)]);
  return {
    'POST /api/v1/posts/{id}/suggestion/accept': [
      ...changes({ id: taken.postId }, { analysisId: taken.analysisId }),
      ...changes({ id: none }, { analysisId: taken.analysisId }),
      staleChange({ id: none }, { analysisId: taken.analysisId }),
    ],
    'POST /api/v1/posts/{id}/suggestion/undo': [
      ...changes({ id: undone.postId }),
      ...changes({ id: none }),
      staleChange({ id: none }),
    ],
  };
}
