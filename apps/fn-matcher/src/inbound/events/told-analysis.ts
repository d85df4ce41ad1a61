import type { EventMap } from '@foundnow/contracts';
import type { ToldAnalysis } from '../../use-cases/posts/take-in-analysis.ts';
import { photoOf } from './told-post.ts';

export function toldAnalysis(enhanced: EventMap['post.enhanced']): ToldAnalysis {
  const { postId, aggregateVersion: version, photosVersion, sealedHints, photos } = enhanced;
  const { category, brand, model, material, tags, colors, text } = enhanced;
  return {
    postId,
    version,
    photosVersion,
    sealedHints,
    analysis: {
      category: sighting(category),
      brand: sighting(brand),
      model: sighting(model),
      material: sighting(material),
      tags: tags.map(({ name, confidence }) => ({ name, confidence })),
      colors: colors.map(({ name, share }) => ({ name, share })),
      text: text.map(({ value, confidence }) => ({ value, confidence })),
      hashes: photos.flatMap(({ hashes }) => hashes),
      photos: photos.map(photoOf),
    },
    vectors: photos.flatMap(({ vectors }) =>
      vectors.map((vector) => ({ model: vector.model, values: Float32Array.from(vector.values) })),
    ),
  };
}

function sighting(suggested: EventMap['post.enhanced']['brand']) {
  return suggested && { value: suggested.value, confidence: suggested.confidence };
}
