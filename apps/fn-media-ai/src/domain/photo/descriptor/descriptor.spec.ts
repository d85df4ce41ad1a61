import { describe, expect, it } from '@jest/globals';
import { busyDrawing, type Drawing, drawnPixels, ITEM, LABEL } from '../../../../test/photos/drawn-photo.ts';
import { DESCRIPTOR_MODEL, descriptorOf } from './descriptor.ts';

const vectorOf = (drawing: Drawing) => descriptorOf(drawnPixels(drawing)).values;
const likeness = (one: readonly number[], other: readonly number[]) =>
  one.reduce((sum, value, at) => sum + value * other[at]!, 0);

describe('the vector of a look', () => {
  const item = vectorOf({});

  it('is of unit length and says which model made it', () => {
    expect(likeness(item, item)).toBeCloseTo(1, 6);
    expect(descriptorOf(drawnPixels()).model).toBe(DESCRIPTOR_MODEL);
    expect(item).toHaveLength(340);
  });

  it.each<[string, Drawing]>([
    ['in less light', { light: 0.75 }],
    ['with noise', { noise: 8 }],
    ['on another table', { background: [90, 100, 95] }],
    ['in another size', { width: 400, height: 300 }],
    ['at another place', { shapes: [ITEM, LABEL].map((shape) => ({ ...shape, left: shape.left + 0.1 })) }],
  ])('is nearly the same for the same thing %s', (_how, drawing) => {
    expect(likeness(item, vectorOf(drawing))).toBeGreaterThan(0.93);
  });

  it('is farther from a thing of another form, and far from one of another colour or none alike', () => {
    const shape = likeness(item, vectorOf({ shapes: [{ ...ITEM, left: 0.42, width: 0.15, top: 0.1, height: 0.8 }] }));
    const red = likeness(item, vectorOf({ shapes: [{ ...ITEM, color: [200, 30, 30] }, LABEL] }));
    const others = [1, 2, 3, 4].map((seed) => likeness(item, vectorOf(busyDrawing(seed))));
    expect(shape).toBeLessThan(0.85);
    expect(red).toBeLessThan(0.6);
    expect(Math.max(...others)).toBeLessThan(0.6);
  });

  it.each([
    [1, 1],
    [3, 900],
    [20, 20],
  ])('is a unit vector for a picture of %d by %d pixels too', (width, height) => {
    const small = vectorOf({ width, height });
    expect(likeness(small, small)).toBeCloseTo(1, 6);
  });
});
