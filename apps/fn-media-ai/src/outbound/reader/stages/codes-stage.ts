import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, purgeZXingModule, readBarcodes, type ReadResult } from 'zxing-wasm/reader';
import type { DecodedPhoto } from '../../../domain/photo/decoded-photo.ts';
import type { GreyPixels } from '../../../domain/photo/pixels.ts';
import type { Found, Stage } from '../../../domain/photo/stage.ts';
import type { ReadCode } from '../../../domain/photo/written-on-item.ts';

const resolver = createRequire(import.meta.url);
const MOST = 20;
const LONGEST_VALUE = 2_000;
const LOOK_CLOSELY = {
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
  tryDownscale: true,
  maxNumberOfSymbols: MOST,
};

/** Bar and QR codes. Its WebAssembly comes from the package's files; the library itself would fetch it. */
export class CodesStage implements Stage<readonly ReadCode[]> {
  readonly name = 'codes';
  #prepared = false;

  async read({ grey }: DecodedPhoto): Promise<Found<readonly ReadCode[]>> {
    const started = performance.now();
    this.#prepare();
    const results = await readBarcodes(imageOf(grey), LOOK_CLOSELY).catch((error: unknown) => {
      // What has aborted once answers nothing any more: the next photo gets another.
      purgeZXingModule();
      this.#prepared = false;
      throw error;
    });
    return {
      finding: results.filter(({ isValid }) => isValid).map((result) => codeOf(result, grey)),
      confidence: null,
      milliseconds: performance.now() - started,
      provider: 'local',
      model: 'zxing-cpp',
    };
  }

  #prepare(): void {
    if (this.#prepared) return;
    const wasmBinary = readFileSync(resolver.resolve('zxing-wasm/reader/zxing_reader.wasm'));
    prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasmBinary).buffer } });
    this.#prepared = true;
  }
}

/** The library takes four bytes a pixel. */
function imageOf({ width, height, data }: GreyPixels): Parameters<typeof readBarcodes>[0] {
  const rgba = new Uint32Array(width * height);
  for (let pixel = 0; pixel < rgba.length; pixel += 1) rgba[pixel] = 0xff000000 | ((data[pixel] ?? 0) * 0x010101);
  return { width, height, data: new Uint8ClampedArray(rgba.buffer), colorSpace: 'srgb' };
}

function codeOf({ format, text, position }: ReadResult, { width, height }: GreyPixels): ReadCode {
  const corners = [position.topLeft, position.topRight, position.bottomLeft, position.bottomRight];
  const xs = corners.map(({ x }) => Math.min(Math.max(x / width, 0), 1));
  const ys = corners.map(({ y }) => Math.min(Math.max(y / height, 0), 1));
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return {
    format,
    value: text.slice(0, LONGEST_VALUE),
    region: { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top },
  };
}
