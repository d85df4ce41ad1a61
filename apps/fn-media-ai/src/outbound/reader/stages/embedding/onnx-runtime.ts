import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { InferenceSession, Tensor } from 'onnxruntime-web';
import { modelProblem } from './model-problem.ts';

export interface OnnxRuntime {
  readonly name: 'onnxruntime-node' | 'onnxruntime-web';
  open(modelFile: string, bytes: Uint8Array): Promise<InferenceSession>;
  tensor(values: Float32Array, dims: readonly number[]): Tensor;
}

/** What both packages have in common. */
interface Library {
  readonly InferenceSession: {
    create(file: string, options: InferenceSession.SessionOptions): Promise<InferenceSession>;
    create(bytes: Uint8Array, options: InferenceSession.SessionOptions): Promise<InferenceSession>;
  };
  readonly Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => Tensor;
}

const resolver = createRequire(import.meta.url);
/** Optional: its install script fetches from outside, so `npm ci` never brings it. */
const NATIVE = 'onnxruntime-node';

/** The native runtime where somebody installed it; otherwise WebAssembly, from the package's own files. */
export async function openOnnxRuntime(native: string = NATIVE): Promise<OnnxRuntime> {
  const place = placeOf(native);
  return place === undefined ? webRuntime() : nativeRuntime(place);
}

function placeOf(name: string): string | undefined {
  try {
    return pathToFileURL(resolver.resolve(name)).href;
  } catch {
    return undefined;
  }
}

async function nativeRuntime(place: string): Promise<OnnxRuntime> {
  const library = await import(place).then(
    (loaded: { default?: Library } & Library) => loaded.default ?? loaded,
    () => {
      throw modelProblem(`needs ${NATIVE}, which is installed and does not load: install it again, or remove it`);
    },
  );
  return {
    name: NATIVE,
    // One photo at a time in each of as many readers as there are cores.
    open: (file) => library.InferenceSession.create(file, { intraOpNumThreads: 1, interOpNumThreads: 1 }),
    tensor: (values, dims) => new library.Tensor('float32', values, dims),
  };
}

async function webRuntime(): Promise<OnnxRuntime> {
  const { env, InferenceSession: Session, Tensor: WebTensor } = await import('onnxruntime-web/wasm');
  env.logLevel = 'fatal';
  env.wasm.numThreads = 1;
  env.wasm.proxy = false;
  // The library itself would fetch it.
  env.wasm.wasmBinary = await readFile(resolver.resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm'));
  return {
    name: 'onnxruntime-web',
    open: (_file, bytes) => Session.create(bytes, { executionProviders: ['wasm'] }),
    tensor: (values, dims) => new WebTensor('float32', values, dims),
  };
}
