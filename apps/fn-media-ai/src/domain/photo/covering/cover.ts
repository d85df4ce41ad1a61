import type { Pixels } from '../pixels.ts';
import type { Redaction, Region } from '../region.ts';
import { boxOf, type Box, isEmpty, widened } from './box.ts';
import { meanOf, paint } from './paint.ts';

/** So many fields along the longer edge are left of a picture that is hidden whole: no letter survives in them. */
const FIELDS = 8;
/** Of the longer edge: how far around a region its colours are taken from. */
const REACH = 0.006;
/** What is hidden shall look hidden. */
const VEIL = [128, 128, 128] as const;
const VEIL_SHARE = 0.2;

/**
 * The picture as strangers may see it. A region is filled with colours from around it, so that nothing of what was in it
 * goes into the result: there is nothing to be made sharp again. What is hidden whole is mixed to a few fields, and those
 * flow into each other.
 */
export function covered(pixels: Pixels, redaction: Redaction): Pixels {
  if (redaction.kind === 'none') return pixels;
  const result = { ...pixels, data: Uint8Array.from(pixels.data) };
  if (redaction.kind === 'whole') hideWhole(pixels, result);
  else for (const region of redaction.regions) hide(pixels, result, region);
  return result;
}

function hideWhole(from: Pixels, to: Pixels): void {
  const { width, height } = from;
  const longer = Math.max(width, height);
  const columns = Math.max(2, Math.round((FIELDS * width) / longer));
  const rows = Math.max(2, Math.round((FIELDS * height) / longer));
  const colors = Array.from({ length: columns * rows }, (_, field) => {
    const [x, y] = [field % columns, Math.floor(field / columns)];
    return meanOf(from, {
      left: Math.floor((x * width) / columns),
      top: Math.floor((y * height) / rows),
      right: Math.ceil(((x + 1) * width) / columns),
      bottom: Math.ceil(((y + 1) * height) / rows),
    });
  });
  paint(to, { left: 0, top: 0, right: width, bottom: height }, { columns, rows, colors });
}

function hide(from: Pixels, to: Pixels, region: Region): void {
  const box = widened(boxOf(region, from), from);
  if (isEmpty(box)) return;
  const colors = cornersAround(box, from).map((color) => veiled(color ?? VEIL));
  paint(to, box, { columns: 2, rows: 2, colors });
}

/** The mean colours beside the four corners of a box; nothing where the picture ends. */
function cornersAround({ left, top, right, bottom }: Box, pixels: Pixels) {
  const reach = Math.max(4, Math.round(REACH * Math.max(pixels.width, pixels.height)));
  const [middleX, middleY] = [(left + right) >> 1, (top + bottom) >> 1];
  const beside = (x: 'left' | 'right', y: 'top' | 'bottom'): (readonly number[] | undefined)[] => {
    const across = x === 'left' ? { left, right: middleX } : { left: middleX, right };
    const down = y === 'top' ? { top, bottom: middleY } : { top: middleY, bottom };
    const above = y === 'top' ? { top: top - reach, bottom: top } : { top: bottom, bottom: bottom + reach };
    const side = x === 'left' ? { left: left - reach, right: left } : { left: right, right: right + reach };
    return [
      { ...across, ...above },
      { ...side, ...down },
    ].map((each) => insideMean(each, pixels));
  };
  const corners = [beside('left', 'top'), beside('right', 'top'), beside('left', 'bottom'), beside('right', 'bottom')];
  const any = corners.flat().find((color) => color !== undefined);
  return corners.map((colors) => colors.find((color) => color !== undefined) ?? any);
}

function insideMean(box: Box, { width, height, data }: Pixels): readonly number[] | undefined {
  const { left, top, right, bottom } = box;
  const within = {
    left: Math.max(0, left),
    top: Math.max(0, top),
    right: Math.min(width, right),
    bottom: Math.min(height, bottom),
  };
  return isEmpty(within) ? undefined : meanOf({ width, height, data }, within);
}

function veiled(color: readonly number[]): readonly number[] {
  return color.map((value, part) => value * (1 - VEIL_SHARE) + (VEIL[part] ?? 0) * VEIL_SHARE);
}
