import type { KeyManagementServiceClient } from '@google-cloud/kms';
import { crc32c } from './crc32c.ts';
import { damagedInTransit, kmsErrorFrom } from './google-kms-error.ts';
import { wrappedKeyRefused } from './local-kms.ts';
import type { KmsPort } from './kms.port.ts';

type ClientOptions = NonNullable<ConstructorParameters<typeof KeyManagementServiceClient>[0]>;

export interface GoogleKmsOptions {
  /** projects/…/locations/…/keyRings/…/cryptoKeys/… (no version: Cloud KMS wraps with the primary one). */
  readonly keyName: string;
  /** How long one wrap or unwrap may take, retries included. */
  readonly timeoutMs?: number;
  /** Passed to the client: credentials, endpoint. */
  readonly client?: ClientOptions;
}

const DEADLINE_EXCEEDED = 4;
const UNAVAILABLE = 14;
const KEY_NAME = /^projects\/[^/]+\/locations\/[^/]+\/keyRings\/[^/]+\/cryptoKeys\/[^/]+$/;

export async function openGoogleKms(options: GoogleKmsOptions): Promise<KmsPort & { close(): Promise<void> }> {
  if (!KEY_NAME.test(options.keyName)) {
    throw new TypeError('The KMS key name must look like projects/P/locations/L/keyRings/R/cryptoKeys/K.');
  }
  // Loaded when asked for: the client costs some 60 MB that a machine without Google Cloud need not pay.
  const { KeyManagementServiceClient } = await import('@google-cloud/kms');
  return new GoogleKms(new KeyManagementServiceClient({ fallback: true, ...options.client }), options);
}

class GoogleKms implements KmsPort {
  readonly #callOptions: ReturnType<typeof callOptions>;

  constructor(
    private readonly client: KeyManagementServiceClient,
    private readonly options: GoogleKmsOptions,
  ) {
    this.#callOptions = callOptions(options.timeoutMs ?? 10_000);
  }

  async wrap(key: Uint8Array, context: string): Promise<Uint8Array> {
    const aad = Buffer.from(context, 'utf8');
    const [answer] = await this.#asked(
      'wrap',
      this.client.encrypt(
        {
          name: this.options.keyName,
          plaintext: key,
          plaintextCrc32c: { value: crc32c(key) },
          additionalAuthenticatedData: aad,
          additionalAuthenticatedDataCrc32c: { value: crc32c(aad) },
        },
        this.#callOptions,
      ),
    );
    if (answer.verifiedPlaintextCrc32c !== true || answer.verifiedAdditionalAuthenticatedDataCrc32c !== true) {
      throw damagedInTransit();
    }
    return checked(answer.ciphertext, answer.ciphertextCrc32c);
  }

  async unwrap(wrapped: Uint8Array, context: string): Promise<Uint8Array> {
    if (wrapped.length === 0) throw wrappedKeyRefused();
    const aad = Buffer.from(context, 'utf8');
    const [answer] = await this.#asked(
      'unwrap',
      this.client.decrypt(
        {
          name: this.options.keyName,
          ciphertext: wrapped,
          ciphertextCrc32c: { value: crc32c(wrapped) },
          additionalAuthenticatedData: aad,
          additionalAuthenticatedDataCrc32c: { value: crc32c(aad) },
        },
        this.#callOptions,
      ),
    );
    return checked(answer.plaintext, answer.plaintextCrc32c);
  }

  close(): Promise<void> {
    return this.client.close();
  }

  async #asked<Answer>(name: 'wrap' | 'unwrap', call: Promise<Answer>): Promise<Answer> {
    try {
      return await call;
    } catch (error) {
      throw kmsErrorFrom(error, this.options.keyName, name);
    }
  }
}

/** The client's own default tries for ten minutes; a request or a handler must hear of trouble much sooner. */
function callOptions(totalMs: number) {
  return {
    timeout: totalMs,
    retry: {
      retryCodes: [DEADLINE_EXCEEDED, UNAVAILABLE],
      backoffSettings: {
        initialRetryDelayMillis: 100,
        retryDelayMultiplier: 2,
        maxRetryDelayMillis: 2000,
        initialRpcTimeoutMillis: totalMs / 2,
        rpcTimeoutMultiplier: 1,
        maxRpcTimeoutMillis: totalMs / 2,
        totalTimeoutMillis: totalMs,
      },
    },
  };
}

function checked(
  bytes: Uint8Array | string | null | undefined,
  sum: { value?: unknown } | null | undefined,
): Uint8Array {
  const received = typeof bytes === 'string' ? Buffer.from(bytes, 'base64') : (bytes ?? new Uint8Array());
  if (sum?.value === undefined || Number(sum.value) !== crc32c(received)) throw damagedInTransit();
  return received;
}
