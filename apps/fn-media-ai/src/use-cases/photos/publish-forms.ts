import type { Clock } from '@foundnow/kernel';
import type { PublicForm } from '../photo-reader.port.ts';
import type { PhotoFiles, PublicFolders } from './photo-files.port.ts';
import type { StoredForm } from './photo-jobs.port.ts';

/** Longer than anything takes that stores a photo; after it, what was cut short is swept. */
const WRITING_MS = 3_600_000;

/** Stores the forms that strangers may see, in a folder that nobody can guess. */
export class PublishForms {
  constructor(
    private readonly files: Pick<PhotoFiles, 'publish'>,
    private readonly folders: Pick<PublicFolders, 'open'>,
    private readonly drawFolder: () => string,
    private readonly clock: Clock,
  ) {}

  async run(forms: readonly PublicForm[]): Promise<{ folder: string; forms: readonly StoredForm[] }> {
    const folder = this.drawFolder();
    await this.folders.open(folder, new Date(this.clock.now().getTime() + WRITING_MS));
    return { folder, forms: await this.files.publish(folder, forms) };
  }
}
