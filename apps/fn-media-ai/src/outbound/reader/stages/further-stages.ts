import type { ReaderSettings } from '../process/order.ts';
import type { FurtherStages } from '../read-photo.ts';
import { EmbeddingStage } from './embedding/embedding-stage.ts';
import { writingReader } from './writing.ts';

/** What a reader does beside measuring pixels. */
export function furtherStages({ text, onnxModel }: ReaderSettings): FurtherStages {
  return {
    writing: text ? writingReader() : undefined,
    embedding: onnxModel === undefined ? undefined : new EmbeddingStage(onnxModel),
  };
}
