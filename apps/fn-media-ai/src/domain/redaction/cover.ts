import type { Region } from '../photo/region.ts';

/** Part of the shorter edge by which a region grows: letters end a little later than their boxes say. */
const MARGIN = 0.3;
/** Of the photo, for boxes that are smaller than what a pixel of the public form covers. */
const LEAST = 0.006;

/** Regions with room round them, those that touch each other made one. */
export function padded(regions: readonly Region[]): Region[] {
  let merged: Region[] = [];
  for (const region of regions.map(grown)) {
    let one = region;
    for (let touching = merged.filter((other) => touches(other, one)); touching.length > 0;) {
      merged = merged.filter((other) => !touching.includes(other));
      one = [one, ...touching].reduce(joined);
      const whole = one;
      touching = merged.filter((other) => touches(other, whole));
    }
    merged.push(one);
  }
  return merged;
}

/** Bars are found by a line through them; how tall they are nobody says. */
export function bars(region: Region): Region {
  const long = Math.max(region.width, region.height);
  return within({
    left: region.left - Math.max(0, long * 0.7 - region.width) / 2,
    top: region.top - Math.max(0, long * 0.7 - region.height) / 2,
    width: Math.max(region.width, long * 0.7),
    height: Math.max(region.height, long * 0.7),
  });
}

function grown(region: Region): Region {
  const margin = Math.max(LEAST, Math.min(region.width, region.height) * MARGIN);
  return within({
    left: region.left - margin,
    top: region.top - margin,
    width: region.width + 2 * margin,
    height: region.height + 2 * margin,
  });
}

function within(region: Region): Region {
  const left = Math.min(Math.max(region.left, 0), 1);
  const top = Math.min(Math.max(region.top, 0), 1);
  return {
    left,
    top,
    width: Math.min(region.left + region.width, 1) - left,
    height: Math.min(region.top + region.height, 1) - top,
  };
}

function touches(one: Region, other: Region): boolean {
  return (
    one.left < other.left + other.width &&
    other.left < one.left + one.width &&
    one.top < other.top + other.height &&
    other.top < one.top + one.height
  );
}

function joined(one: Region, other: Region): Region {
  const left = Math.min(one.left, other.left);
  const top = Math.min(one.top, other.top);
  return {
    left,
    top,
    width: Math.max(one.left + one.width, other.left + other.width) - left,
    height: Math.max(one.top + one.height, other.top + other.height) - top,
  };
}
