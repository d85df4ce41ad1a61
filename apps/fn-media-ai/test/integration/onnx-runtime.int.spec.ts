import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { openOnnxRuntime } from '../../src/outbound/reader/stages/embedding/onnx-runtime.ts';
import { tinyModel } from '../onnx/tiny-onnx.ts';

const native = (file: string) => fileURLToPath(new URL(`../onnx/${file}`, import.meta.url));

describe('the ONNX runtime', () => {
  it('is WebAssembly where nobody installed the native one', async () => {
    expect((await openOnnxRuntime('onnxruntime-that-nobody-installed')).name).toBe('onnxruntime-web');
  });

  it('is the native one where somebody did, opened by path and with one thread', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fn-onnx-'));
    await openOnnxRuntime('onnxruntime-that-nobody-installed');
    const runtime = await openOnnxRuntime(native('native-stand-in.mjs'));
    const file = join(folder, 'tiny.onnx');
    await writeFile(file, tinyModel());
    const session = await runtime.open(file, new Uint8Array());
    const found = await session.run({ pixel_values: runtime.tensor(new Float32Array(192).fill(2), [1, 3, 8, 8]) });
    expect(runtime.name).toBe('onnxruntime-node');
    expect([...(found['image_embeds']!.data as Float32Array)]).toEqual([2, 2, 2]);
    await rm(folder, { recursive: true });
  });

  it('says what to do when the native one is there and does not load', async () => {
    await expect(openOnnxRuntime(native('native-broken.mjs'))).rejects.toThrow('install it again, or remove it');
  });
});
