export interface ImageReference {
  /** `docker.io/library/postgres` */
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

const REFERENCE = /^(?<name>[a-z0-9][a-z0-9./_:-]*?)(?::(?<tag>\w[\w.-]{0,127}))?(?:@(?<digest>.+))?$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;
/** Two numbers at least, as in 18.4-bookworm or v1.31.1: `18`, `stable` and `latest` move. */
const EXACT_TAG = /^v?\d+\.\d+/;

export function parseImage(text: string): ImageReference | undefined {
  const { name, tag, digest } = REFERENCE.exec(text)?.groups ?? {};
  return name === undefined ? undefined : { repository: withRegistry(name), tag, digest };
}

function withRegistry(name: string): string {
  const [first = '', ...rest] = name.split('/');
  if (rest.length === 0) return `docker.io/library/${name}`;
  return first.includes('.') || first.includes(':') || first === 'localhost' ? name : `docker.io/${name}`;
}

/** What keeps the image from being another one tomorrow, or undefined when nothing does. */
export function pinProblem(text: string): string | undefined {
  const image = parseImage(text);
  if (image === undefined) return `${text} is no image`;
  if (image.tag === undefined || !EXACT_TAG.test(image.tag)) {
    return `${text} needs an exact tag: people read the version there`;
  }
  if (image.digest === undefined) return `${text} needs the digest of its tag: npm run images:pin`;
  return DIGEST.test(image.digest) ? undefined : `${text} has no digest such as sha256:… with 64 hexadecimal digits`;
}
