import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, purgeZXingModule, readBarcodes, type ReadResult } from 'zxing-wasm/reader';
import type { DecodedPhoto } from '../../../domain/photo/decoded-photo.ts';
import type { GreyPixels } from '../../../domain/photo/pixels.ts';
import type { Found, Stage } from '../../../domain/photo/stage.ts';
import type { ReadCode } from '../../../domain/photo/written-on-item.ts';
import { barDirectionOf } from '../../../domain/text/lines/bar-direction.ts';
import { around } from '../../../domain/text/lines/box.ts';
import { lookThrough, regionOf, turnedView, type View } from '../../../domain/text/lines/view.ts';

const resolver = createRequire(import.meta.url);
const MOST = 20;
/** A little turned it is read as it lies. */
const LEVEL_ENOUGH = 6;
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
    const level = await this.#look(grey, turnedView(grey, 0));
    const degrees = level.length === 0 ? barDirectionOf(grey) : undefined;
    const isOblique = degrees !== undefined && Math.abs(degrees) > LEVEL_ENOUGH;
    const finding = isOblique ? await this.#look(grey, turnedView(grey, degrees)) : level;
    return {
      finding,
      confidence: null,
      milliseconds: performance.now() - started,
      provider: 'local',
      model: 'zxing-cpp',
    };
  }

  async #look(photo: GreyPixels, view: View): Promise<ReadCode[]> {
    const seen = view.degrees === 0 ? photo : lookThrough(photo, view);
    const results = await readBarcodes(imageOf(seen), LOOK_CLOSELY).catch((error: unknown) => {
      // What has aborted once answers nothing any more: the next photo gets another.
      purgeZXingModule();
      this.#prepared = false;
      throw error;
    });
    return results.filter(({ isValid }) => isValid).map((result) => codeOf(result, view, photo));
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

function codeOf({ format, text, position }: ReadResult, view: View, photo: GreyPixels): ReadCode {
  const corners = [position.topLeft, position.topRight, position.bottomLeft, position.bottomRight];
  const box = around(corners.map(({ x, y }) => ({ left: x, top: y, right: x, bottom: y })));
  return { format, value: text.slice(0, LONGEST_VALUE), region: regionOf(view, box, photo) };
}
