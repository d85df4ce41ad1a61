import type { VisionAnswer, VisionQuestion } from '../../../use-cases/vision-provider.port.ts';

/** Asks a question; each guard wraps one and is one. */
export type Look = (question: VisionQuestion, signal: AbortSignal) => Promise<VisionAnswer>;
