import { createHash } from 'node:crypto';
import { CRC32C } from '@google-cloud/storage';

export interface FakeObject {
  readonly bytes: Buffer;
  readonly resource: Record<string, unknown> & {
    generation: string;
    name: string;
    contentType: string;
    crc32c: string;
  };
}

/** A refusal in the words of the service: HTTP status, its JSON reason and its XML code. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly reason: string,
    message = reason,
  ) {
    super(message);
  }
}

/** The objects of one bucket, with generations and preconditions. */
export class FakeObjects {
  readonly #objects = new Map<string, FakeObject>();
  #generation = 1_700_000_000_000_000;

  constructor(
    readonly bucket: string,
    private readonly now: () => Date,
  ) {}

  put(name: string, bytes: Buffer, about: Record<string, unknown>, ifGenerationMatch?: string | null): FakeObject {
    const current = this.#objects.get(name);
    if (ifGenerationMatch != null && ifGenerationMatch !== (current?.resource.generation ?? '0')) {
      throw new Refused(412, 'conditionNotMet', 'At least one of the pre-conditions you specified did not hold.');
    }
    this.#generation += 1;
    const at = this.now().toISOString();
    const crc = new CRC32C();
    crc.update(bytes);
    const object: FakeObject = {
      bytes,
      resource: {
        contentType: 'application/octet-stream',
        ...about,
        kind: 'storage#object',
        id: `${this.bucket}/${name}/${this.#generation}`,
        name,
        bucket: this.bucket,
        generation: String(this.#generation),
        metageneration: '1',
        size: String(bytes.length),
        md5Hash: createHash('md5').update(bytes).digest('base64'),
        crc32c: crc.toString(),
        etag: Buffer.from(String(this.#generation)).toString('base64'),
        timeCreated: at,
        updated: at,
      },
    };
    this.#objects.set(name, object);
    return object;
  }

  get(name: string, generation?: string | null): FakeObject {
    const object = this.#objects.get(name);
    if (object === undefined || (generation != null && generation !== object.resource.generation)) {
      throw new Refused(404, 'notFound', `No such object: ${this.bucket}/${name}`);
    }
    return object;
  }

  delete(name: string): void {
    this.get(name);
    this.#objects.delete(name);
  }

  list(prefix: string, after: string, limit: number): { items: FakeObject[]; nextPageToken?: string } {
    const names = [...this.#objects.keys()].filter((name) => name.startsWith(prefix) && name > after).sort();
    const items = names.slice(0, limit).map((name) => this.get(name));
    const last = items.at(-1)?.resource.name ?? '';
    return names.length > limit ? { items, nextPageToken: Buffer.from(last).toString('base64') } : { items };
  }
}
