import { pageOf } from '@foundnow/http';
import { z } from 'zod';
import type { Analysis } from '../../domain/analysis/analysis.ts';
import type { KeptAnalysis } from '../../use-cases/analyses/kept-analyses.port.ts';
import { colorResponse, toColor } from './color.response.ts';
import type { SpokenLanguage } from './spoken-language.ts';

const confidence = z.number().min(0).max(1);
const suggestion = z.object({ value: z.string(), confidence, sources: z.array(z.string()) }).nullable();

/** What photos say together, of a post or of one that is not kept. */
export const saidByPhotos = {
  level: z.enum(['none', 'review', 'suggest', 'auto']).describe('How far the suggestions may go by themselves.'),
  confidence,
  degraded: z.boolean().describe('Made, at least in part, without a vision model.'),
  models: z.array(
    z.object({
      stage: z.string(),
      provider: z.string(),
      model: z.string(),
      promptVersion: z.string().nullable(),
    }),
  ),
  category: suggestion,
  title: suggestion,
  description: suggestion,
  brand: suggestion,
  model: suggestion,
  material: suggestion,
  tags: z.array(z.object({ name: z.string(), confidence, source: z.string() })),
  objects: z.array(z.object({ name: z.string(), confidence, photoId: z.uuid() })),
  colors: z.array(colorResponse),
  text: z.array(z.object({ value: z.string(), kind: z.string(), confidence, photoId: z.uuid() })),
};

export const analysisResponse = z.object({
  analysisId: z.uuid(),
  postId: z.uuid(),
  version: z.int(),
  supersedesAnalysisId: z.uuid().nullable(),
  postVersion: z.int(),
  photosVersion: z.int(),
  pipelineVersion: z.string(),
  ...saidByPhotos,
  decision: z.enum(['approve', 'reject']).nullable().describe('What somebody decided who looked at it.'),
  createdAt: z.iso.datetime(),
});
export type AnalysisResponse = z.infer<typeof analysisResponse>;

export const analysesResponse = pageOf(analysisResponse);
export type AnalysesResponse = z.infer<typeof analysesResponse>;

export function toAnalysisResponse(
  { supersedes, createdAt, ...analysis }: KeptAnalysis,
  language: SpokenLanguage,
): AnalysisResponse {
  const { analysisId, postId, version, postVersion, photosVersion, pipelineVersion, decision } = analysis;
  return {
    analysisId,
    postId,
    version,
    supersedesAnalysisId: supersedes,
    postVersion,
    photosVersion,
    pipelineVersion,
    ...toSaid(analysis, language),
    decision,
    createdAt: createdAt.toISOString(),
  };
}

export function toSaid(analysis: Analysis, language: SpokenLanguage): z.infer<z.ZodObject<typeof saidByPhotos>> {
  const { level, confidence: overall, degraded } = analysis;
  const proposed = (field: 'category' | 'title' | 'description' | 'brand' | 'model' | 'material') =>
    analysis[field] && { ...analysis[field], sources: [...analysis[field].sources] };
  return {
    level,
    confidence: overall,
    degraded,
    models: [...analysis.models],
    category: proposed('category'),
    title: proposed('title'),
    description: proposed('description'),
    brand: proposed('brand'),
    model: proposed('model'),
    material: proposed('material'),
    tags: [...analysis.tags],
    objects: [...analysis.objects],
    colors: analysis.colors.map((color) => toColor(color, language)),
    text: [...analysis.text],
  };
}
