import type { ErrorKind } from '@foundnow/kernel';
import type { PhotoReading } from '../../../domain/photo/photo-reading.ts';
import type { AboutItem } from '../../../domain/photo/stage.ts';
import type { PublicForm } from '../../../use-cases/photo-reader.port.ts';

/** What a reader is asked; the file follows. */
export interface ReadOrder {
  readonly about: AboutItem;
}

export type SentForm = Omit<PublicForm, 'bytes'> & { readonly length: number };

export interface Refusal {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly detail: string;
}

/** What it answers. The files of the forms follow, in their order. */
export type ReadAnswer = {
  /** Resident bytes of the reader, now that it is done. */
  readonly memory: number;
  /** Something broke in it that the next photo would meet again: it is to be replaced. */
  readonly isBroken?: boolean;
} & ({ readonly reading: PhotoReading; readonly forms: readonly SentForm[] } | { readonly refusal: Refusal });

/** How a reader is set up, as its only argument. */
export interface ReaderSettings {
  /** It is killed when it holds more. */
  readonly mostBytes: number;
  /** Whether writing is looked for; without, every photo is hidden whole. */
  readonly text: boolean;
  /** File of an ONNX model that makes vectors. */
  readonly onnxModel?: string | undefined;
}
