import type { ImageAnnotatorClient, protos } from '@google-cloud/vision';
import { VisionFailure } from '../../../domain/vision/vision-failure.ts';
import type { VisionAnswer, VisionProvider, VisionQuestion } from '../../../use-cases/vision-provider.port.ts';
import { findingFrom } from '../answer/finding-from.ts';
import { type Annotation, annotationShape, answerOf } from './google-answer.ts';
import { googleFailure } from './google-failure.ts';
import { hasCredentials, signIn } from './google-sign-in.ts';

type ClientOptions = NonNullable<ConstructorParameters<typeof ImageAnnotatorClient>[0]>;
type Feature = protos.google.cloud.vision.v1.IFeature;

export interface GoogleVisionOptions {
  /** Of one photo with all features that are asked for. */
  readonly priceMicros: number;
  /** Another place than Google's, for a proxy or a test. */
  readonly endpoint: string | undefined;
  readonly timeoutMs: number;
  /** Passed to the client: credentials. */
  readonly client?: ClientOptions;
}

const FEATURES: Feature[] = [
  { type: 'LABEL_DETECTION', maxResults: 15 },
  { type: 'OBJECT_LOCALIZATION', maxResults: 10 },
  { type: 'LOGO_DETECTION', maxResults: 3 },
  { type: 'TEXT_DETECTION' },
  { type: 'SAFE_SEARCH_DETECTION' },
];

export const GOOGLE_MODEL = 'v1';
const SERVICE = 'https://vision.googleapis.com/';

/** Undefined: there is nothing to sign in with. */
export async function openGoogleVision(options: GoogleVisionOptions): Promise<VisionProvider | undefined> {
  // Loaded when asked for: a machine without Google Cloud need not pay for the client.
  const { ImageAnnotatorClient: Client } = await import('@google-cloud/vision');
  const { endpoint } = options;
  const place = endpoint === undefined ? {} : placeOf(new URL(endpoint));
  const client = new Client({ fallback: true, ...place, ...options.client });
  return (await hasCredentials(client.auth)) ? new GoogleVision(client, options) : undefined;
}

class GoogleVision implements VisionProvider {
  readonly name = 'google-vision';
  readonly model = GOOGLE_MODEL;
  /** It is asked in no words. */
  readonly promptVersion = null;
  readonly #client: ImageAnnotatorClient;

  constructor(
    client: ImageAnnotatorClient,
    private readonly options: GoogleVisionOptions,
  ) {
    this.#client = client;
  }

  estimateMicros(): number {
    return this.options.priceMicros;
  }

  /** The client cannot be called off; its own time limit ends what the caller no longer waits for. */
  async look({ image }: VisionQuestion, signal: AbortSignal): Promise<VisionAnswer> {
    await signIn(this.#client.auth, SERVICE);
    signal.throwIfAborted();
    const annotation = await this.#annotation(Buffer.from(image));
    const code = annotation.error?.code ?? 0;
    if (code !== 0) throw googleFailure({ code, httpStatusCode: 200 });
    const checked = findingFrom(answerOf(annotation));
    if (checked === undefined) throw new VisionFailure('malformed', { costMicros: this.options.priceMicros });
    return { finding: checked.finding, costMicros: this.options.priceMicros, withheld: checked.personal };
  }

  async close(): Promise<void> {
    await this.#client.close();
  }

  async #annotation(content: Buffer): Promise<Annotation> {
    try {
      const [answer] = await this.#client.batchAnnotateImages(
        { requests: [{ image: { content }, features: FEATURES }] },
        { timeout: this.options.timeoutMs, maxRetries: 0, retry: { retryCodes: [], backoffSettings: NO_RETRIES } },
      );
      const annotation = annotationShape.safeParse(answer.responses?.[0]);
      if (annotation.success) return annotation.data;
    } catch (error) {
      throw googleFailure(error);
    }
    throw new VisionFailure('damaged');
  }
}

/** Retries are ours. */
const NO_RETRIES = {
  initialRetryDelayMillis: 1,
  retryDelayMultiplier: 1,
  maxRetryDelayMillis: 1,
  initialRpcTimeoutMillis: null,
  rpcTimeoutMultiplier: null,
  maxRpcTimeoutMillis: null,
  totalTimeoutMillis: null,
};

function placeOf(url: URL): ClientOptions {
  const protocol = url.protocol.slice(0, -1);
  return { apiEndpoint: url.hostname, port: Number(url.port || (protocol === 'http' ? 80 : 443)), protocol };
}
