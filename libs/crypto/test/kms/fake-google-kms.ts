import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { crc32c } from '../../src/kms/crc32c.ts';

export type KmsFault =
  | { status: number; reason: string }
  | 'silence'
  | 'html'
  | 'wrong-checksum'
  | 'checksum-ignored'
  | 'cut-connection';

type Message = Record<string, string>;

/** Answers encrypt and decrypt as Cloud KMS does over REST, with its checks and its error bodies. */
export class FakeGoogleKms {
  readonly keyName = 'projects/demo/locations/europe-west6/keyRings/people/cryptoKeys/data';
  /** Taken by the next requests, one each. */
  readonly faults: KmsFault[] = [];
  requests = 0;
  readonly #master = randomBytes(32);
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  async start(): Promise<number> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const closed = new Promise((done) => this.#server.close(done));
    this.#server.closeAllConnections();
    await closed;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.requests += 1;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const fault = this.faults.shift();
    if (fault === 'silence') return;
    if (fault === 'cut-connection') return void request.socket.destroy();
    if (fault === 'html') return void response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad gateway');
    if (typeof fault === 'object') return fail(response, fault.status, fault.reason);
    const [, name, verb] = /^\/v1\/(.+):(encrypt|decrypt)\?/.exec(request.url ?? '') ?? [];
    if (!request.headers.authorization?.startsWith('Bearer ')) return fail(response, 401, 'UNAUTHENTICATED');
    if (name !== this.keyName) return fail(response, 404, 'NOT_FOUND');
    const message = JSON.parse(Buffer.concat(chunks).toString()) as Message;
    const answer = verb === 'encrypt' ? this.#encrypt(message) : this.#decrypt(message);
    if (answer === undefined) return fail(response, 400, 'INVALID_ARGUMENT');
    const flaw =
      fault === 'wrong-checksum'
        ? { ciphertextCrc32c: '7', plaintextCrc32c: '7' }
        : fault === 'checksum-ignored'
          ? { verifiedPlaintextCrc32c: false, plaintextCrc32c: undefined }
          : {};
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ...answer, ...flaw }));
  }

  #encrypt(message: Message): object | undefined {
    const [plaintext, aad] = [bytes(message, 'plaintext'), bytes(message, 'additionalAuthenticatedData')];
    if (plaintext === undefined || aad === undefined || plaintext.length === 0) return undefined;
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#master, nonce).setAAD(aad);
    const ciphertext = Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
    return {
      name: `${this.keyName}/cryptoKeyVersions/1`,
      ciphertext: ciphertext.toString('base64'),
      ciphertextCrc32c: String(crc32c(ciphertext)),
      verifiedPlaintextCrc32c: 'plaintextCrc32c' in message,
      verifiedAdditionalAuthenticatedDataCrc32c: 'additionalAuthenticatedDataCrc32c' in message,
      protectionLevel: 1,
    };
  }

  #decrypt(message: Message): object | undefined {
    const [ciphertext, aad] = [bytes(message, 'ciphertext'), bytes(message, 'additionalAuthenticatedData')];
    if (ciphertext === undefined || aad === undefined || ciphertext.length < 28) return undefined;
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#master, ciphertext.subarray(0, 12), { authTagLength: 16 })
        .setAAD(aad)
        .setAuthTag(ciphertext.subarray(-16));
      const plaintext = Buffer.concat([decipher.update(ciphertext.subarray(12, -16)), decipher.final()]);
      return { plaintext: plaintext.toString('base64'), plaintextCrc32c: String(crc32c(plaintext)), usedPrimary: true };
    } catch {
      return undefined;
    }
  }
}

/** The bytes of a field; undefined when its checksum says that they were damaged. */
function bytes(message: Message, field: string): Buffer | undefined {
  const value = Buffer.from(message[field] ?? '', 'base64');
  const sum = message[`${field}Crc32c`];
  return sum === undefined || Number(sum) === crc32c(value) ? value : undefined;
}

function fail(response: ServerResponse, code: number, status: string): void {
  const error = { code, status, message: `${status}: the request said very secret things.` };
  response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify({ error }));
}
