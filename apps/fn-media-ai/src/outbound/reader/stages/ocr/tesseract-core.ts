import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';

/** What is used of Tesseract's own interface, as its WebAssembly build gives it. */
export interface Tesseract {
  Init(dataPath: null, languages: string, engine: number): number;
  SetVariable(name: string, value: string): boolean;
  SetImageFile(exif: number, angle: number): number;
  Recognize(monitor: null): number;
  GetTSVText(page: number): string;
  Clear(): void;
  End(): void;
}

export interface TesseractCore {
  readonly FS: { writeFile(path: string, bytes: Uint8Array): void };
  readonly TessBaseAPI: new () => Tesseract;
}

type Factory = (options: {
  readonly wasmBinary: Uint8Array;
  readonly print: () => void;
  readonly printErr: () => void;
  readonly TesseractProgress: () => void;
}) => Promise<TesseractCore>;

/** The fastest first; what this machine's processor has no instructions for is refused when it is compiled. */
const BUILDS = ['relaxedsimd-lstm', 'simd-lstm', 'lstm'];
const resolver = createRequire(import.meta.url);

/** Straight from the package's files: nothing is fetched, no cache is written, no thread is started. */
export async function loadCore(): Promise<TesseractCore> {
  let refusal: unknown;
  for (const build of BUILDS) {
    const name = `tesseract.js-core/tesseract-core-${build}`;
    const wasmBinary = readFileSync(resolver.resolve(`${name}.wasm`));
    try {
      const factory = resolver(`${name}.js`) as Factory;
      return await factory({ wasmBinary, print: silent, printErr: silent, TesseractProgress: silent });
    } catch (error) {
      refusal = error;
    }
  }
  throw new Error('none of the builds of tesseract.js-core runs here; install a Node.js with WebAssembly', {
    cause: refusal,
  });
}

/** The whole-number models: a third of the size of the others, and read as well. */
export function languageData(language: string): Uint8Array {
  const file = `@tesseract.js-data/${language}/4.0.0_best_int/${language}.traineddata.gz`;
  return gunzipSync(readFileSync(resolver.resolve(file)));
}

/** What was read must not reach a log. */
function silent(): void {}
