import type { DecodedPhoto } from '../../../../domain/photo/decoded-photo.ts';
import type { VisualVector } from '../../../../domain/photo/photo-reading.ts';
import type { Found, Stage } from '../../../../domain/photo/stage.ts';
import { type ImageEncoder, openImageEncoder } from './image-encoder.ts';

/** A vector by a model that the operator provides. It is loaded with the first photo, and stays. */
export class EmbeddingStage implements Stage<VisualVector> {
  readonly name = 'embedding';
  #encoder: Promise<ImageEncoder> | undefined;

  constructor(private readonly modelFile: string) {}

  async read({ pixels }: DecodedPhoto): Promise<Found<VisualVector>> {
    this.#encoder ??= openImageEncoder(this.modelFile);
    const encoder = await this.#encoder;
    const started = performance.now();
    const values = await encoder.encode(pixels);
    return {
      finding: { model: encoder.model, values },
      confidence: null,
      milliseconds: performance.now() - started,
      provider: 'local',
      model: encoder.model,
    };
  }
}
