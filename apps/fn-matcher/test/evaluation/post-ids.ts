import { createHash } from 'node:crypto';

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** The service knows posts by UUID; a data set may call them what it likes. */
export class PostIds {
  private readonly names = new Map<string, string>();

  uuidFor(name: string): string {
    const uuid = UUID.test(name) ? name.toLowerCase() : hashed(name);
    this.names.set(uuid, name);
    return uuid;
  }

  nameOf(uuid: string): string {
    return this.names.get(uuid) ?? uuid;
  }
}

function hashed(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
