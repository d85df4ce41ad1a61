import { z } from 'zod';
import type { KeptReading, ModelSight } from '../../domain/analysis/seen-photo.ts';
import type { PhotoRecord } from '../../use-cases/analyses/kept-analyses.port.ts';
import { colorResponse, toColor } from './color.response.ts';
import type { SpokenLanguage } from './spoken-language.ts';

const share = z.number().min(0).max(1);

/** What our own stages say of one photo. Where something is covered, and what leads to a person, is not in it. */
export const seenInPhoto = z.object({
  pipelineVersion: z.string(),
  width: z.int(),
  height: z.int(),
  redaction: z.enum(['none', 'regions', 'whole']),
  quality: z.object({ sharpness: share, exposure: share, contrast: share, noise: share }),
  qualityHints: z.array(z.enum(['too_dark', 'blurred', 'too_small', 'overexposed'])),
  colors: z.array(colorResponse),
  codes: z.array(z.object({ format: z.string(), value: z.string() })),
  stages: z.array(
    z.object({
      stage: z.string(),
      provider: z.string(),
      model: z.string(),
      confidence: share.nullable(),
      milliseconds: z.number(),
    }),
  ),
});

export const photoAnalysisResponse = z.object({
  photoId: z.uuid(),
  postId: z.uuid(),
  state: z.enum(['waiting', 'read', 'failed']),
  attempts: z.int(),
  failure: z.object({ stage: z.string(), reason: z.string(), permanent: z.boolean() }).nullable(),
  seen: seenInPhoto.nullable(),
  vision: z
    .object({
      provider: z.string(),
      model: z.string(),
      promptVersion: z.string().nullable(),
      milliseconds: z.number(),
    })
    .nullable()
    .describe('Null: no model looked at it.'),
  readAt: z.iso.datetime().nullable(),
});
export type PhotoAnalysisResponse = z.infer<typeof photoAnalysisResponse>;

export function toPhotoAnalysisResponse(photo: PhotoRecord, language: SpokenLanguage): PhotoAnalysisResponse {
  const { photoId, postId, state, attempts, failure, reading, sight, doneAt } = photo;
  return {
    photoId,
    postId,
    state,
    attempts,
    failure: failure && { stage: failure.stage, reason: failure.reason, permanent: failure.permanent },
    seen: reading && toSeen(reading, language),
    vision: sight && toVision(sight),
    readAt: doneAt?.toISOString() ?? null,
  };
}

function toVision({ provider, model, promptVersion, milliseconds }: ModelSight) {
  return { provider, model, promptVersion, milliseconds };
}

export function toSeen(reading: KeptReading, language: SpokenLanguage): z.infer<typeof seenInPhoto> {
  const { pipelineVersion, width, height, redaction, quality, hints, colors, codes, stages } = reading;
  return {
    pipelineVersion,
    width,
    height,
    redaction: redaction.kind,
    quality,
    qualityHints: [...hints],
    colors: colors.map((color) => toColor(color, language)),
    codes: codes.map(({ format, value }) => ({ format, value })),
    stages: stages.map(({ stage, provider, model, confidence, milliseconds }) => ({
      stage,
      provider,
      model,
      confidence,
      milliseconds,
    })),
  };
}
