import type { Clock } from '@foundnow/kernel';
import type { Actor } from '../../domain/actor.ts';
import { photoNotFound } from '../../domain/photo/photo-errors.ts';
import type { PhotoUploads } from './photo-uploads.port.ts';

/** Somebody does not need an upload after all. Its files are swept. */
export class WithdrawUpload {
  constructor(
    private readonly uploads: PhotoUploads,
    private readonly clock: Clock,
  ) {}

  async run(id: string, by: Actor): Promise<void> {
    if (!(await this.uploads.drop(id, by, this.clock.now()))) throw photoNotFound();
  }
}
