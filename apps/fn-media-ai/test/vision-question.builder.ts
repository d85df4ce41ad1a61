import type { VisionFinding } from '../src/domain/vision/vision-finding.ts';
import type { VisionQuestion } from '../src/use-cases/vision-provider.port.ts';

/** A photo of nothing in particular: whoever looks at the bytes builds their own. */
export function aQuestion(changed: Partial<VisionQuestion> = {}): VisionQuestion {
  return {
    image: Buffer.from('not really a jpeg'),
    contentType: 'image/jpeg',
    width: 1_280,
    height: 960,
    postId: '0198c0de-0000-7000-8000-0000000000f1',
    photoSha256: 'a'.repeat(64),
    kind: 'found',
    category: 'bags.backpack',
    language: 'en',
    title: 'Blue backpack',
    description: 'Found on the 17:05 train, beside the door.',
    ...changed,
  };
}

export function aFinding(changed: Partial<VisionFinding> = {}): VisionFinding {
  return {
    category: { value: 'bags.backpack', confidence: 0.93 },
    title: { value: 'Navy backpack', confidence: 0.9 },
    description: { value: 'A navy backpack with two front pockets and a torn strap.', confidence: 0.8 },
    brand: { value: 'Northpeak', confidence: 0.7 },
    model: null,
    material: { value: 'nylon', confidence: 0.6 },
    tags: [
      { value: 'backpack', confidence: 0.9 },
      { value: 'torn strap', confidence: 0.6 },
    ],
    objects: [{ value: 'backpack', confidence: 0.95 }],
    colors: [{ value: 'navy', confidence: 0.9 }],
    texts: [{ value: 'Eastpak', confidence: 0.7 }],
    sensitive: false,
    ...changed,
  };
}
