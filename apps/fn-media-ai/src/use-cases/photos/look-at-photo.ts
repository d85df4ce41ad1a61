import type { KeptReading, ModelSight } from '../../domain/analysis/seen-photo.ts';
import type { AboutItem } from '../../domain/photo/stage.ts';
import type { PersonalText } from '../../domain/photo/written-on-item.ts';
import type { PhotoReader, PhotoRead, PublicForm } from '../photo-reader.port.ts';
import type { VisionQuestion } from '../vision-provider.port.ts';
import type { LookOptions, Vision } from '../vision.port.ts';

/** What its post says of the item. Texts are data for a model, never instructions. */
export interface SaidOfItem extends AboutItem {
  readonly title: string;
  readonly description: string | null;
}

export type AskedPhoto = Pick<VisionQuestion, 'photoSha256' | 'postId'>;

export interface ReadOnce {
  readonly reading: KeptReading;
  readonly personal: readonly PersonalText[];
  readonly forms: readonly PublicForm[];
}

/** Everything that can be seen in one photo: by our own stages, and by a vision model where there is one. */
export class LookAtPhoto {
  constructor(
    private readonly reader: PhotoReader,
    private readonly vision: Vision,
  ) {}

  get free(): number {
    return this.reader.free;
  }

  async read(bytes: Buffer, { kind, category, language }: AboutItem): Promise<ReadOnce> {
    const { reading, forms } = await this.reader.read(bytes, { kind, category, language });
    return { ...parted(reading), forms };
  }

  /** Of what models may cost today. The other half is for the photos of posts. */
  async isHalfSpent(): Promise<boolean> {
    const { spentMicros, budgetMicros } = await this.vision.providers();
    return spentMicros * 2 >= budgetMicros;
  }

  /**
   * A model is shown what strangers are shown, so nothing of a person goes out. Of a photo that is covered whole there is
   * nothing to see. Null: no model looked.
   */
  async ask(
    { reading, forms }: ReadOnce,
    said: SaidOfItem,
    photo: AskedPhoto,
    options: LookOptions,
  ): Promise<ModelSight | null> {
    const [form] = forms;
    if (form === undefined || reading.redaction.kind === 'whole') return null;
    const { bytes: image, contentType, width, height } = form;
    const { kind, category, language, title, description } = said;
    const about = { kind, category, language, title, description };
    const question: VisionQuestion = { image, contentType, width, height, ...photo, ...about };
    const outcome = await this.vision.look(question, options);
    if (outcome.degraded) return null;
    const { finding, provider, model, promptVersion, milliseconds } = outcome;
    return { finding, provider, model, promptVersion, milliseconds };
  }
}

function parted({ personal, ...reading }: PhotoRead['reading']): Pick<ReadOnce, 'reading' | 'personal'> {
  return { reading, personal };
}
