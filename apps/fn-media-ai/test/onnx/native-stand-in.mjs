import { readFile } from 'node:fs/promises';
import { InferenceSession as WebSession, Tensor } from 'onnxruntime-web/wasm';

export { Tensor };

/** Like onnxruntime-node, it is given a path and options for threads. */
export const InferenceSession = {
  async create(file, options) {
    if (typeof file !== 'string' || options.intraOpNumThreads !== 1) throw new TypeError('not as agreed');
    return WebSession.create(await readFile(file));
  },
};
