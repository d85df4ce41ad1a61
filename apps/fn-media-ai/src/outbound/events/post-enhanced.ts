import type { EventMap } from '@foundnow/contracts';
import type { OutgoingEvent } from '@foundnow/outbox';
import type { Analysis, Suggestion } from '../../domain/analysis/analysis.ts';
import { PIPELINE_VERSION } from '../../domain/photo/pipeline-version.ts';
import type { DraftAnalysis, DuePost, StoredPhoto } from '../../use-cases/analyses/due-posts.port.ts';

type Enhanced = EventMap['post.enhanced'];

export function postEnhanced(
  post: DuePost,
  { analysisId, analysis, sealedHints }: DraftAnalysis,
  version: number,
  now: Date,
): OutgoingEvent<'post.enhanced'> {
  const { postId, orgId, visibility, timeZone, language, authorId, kind, supersedes } = post;
  return {
    name: 'post.enhanced',
    key: postId,
    payload: {
      postId,
      orgId,
      visibility,
      timeZone,
      language,
      authorId,
      kind,
      analysisId,
      aggregateVersion: version,
      occurredAt: now.getTime(),
      supersedesAnalysisId: supersedes,
      postVersion: post.version,
      photosVersion: post.photosVersion,
      pipelineVersion: PIPELINE_VERSION,
      ...suggestionsOf(analysis),
      photos: post.photos.map((photo) => photoOf(photo, post)),
      failedPhotoIds: [...post.failedPhotoIds],
      sealedHints,
    },
  };
}

function suggestionsOf({ level, confidence, degraded, ...said }: Analysis) {
  return {
    level,
    confidence,
    degraded,
    category: suggestion(said.category),
    title: suggestion(said.title),
    description: suggestion(said.description),
    brand: suggestion(said.brand),
    model: suggestion(said.model),
    material: suggestion(said.material),
    models: [...said.models],
    tags: [...said.tags],
    objects: [...said.objects],
    colors: [...said.colors],
    text: [...said.text],
  };
}

function suggestion(proposed: Suggestion | null): Enhanced['category'] {
  return proposed && { ...proposed, sources: [...proposed.sources] };
}

/** What somebody has to look at first has no form that others may see. */
function photoOf({ photoId, reading, sight, forms }: StoredPhoto, { ruling }: DuePost): Enhanced['photos'][number] {
  const isHidden = sight?.finding.sensitive === true && ruling !== 'approve';
  return {
    photoId,
    redaction: reading.redaction.kind,
    publicVariants: isHidden ? [] : forms.map((form) => ({ ...form })),
    quality: reading.quality,
    qualityHints: [...reading.hints],
    hashes: reading.hashes.map((hash) => ({ ...hash })),
    vectors: reading.vectors.map(({ model, values }) => ({ model, values: [...values] })),
  };
}
