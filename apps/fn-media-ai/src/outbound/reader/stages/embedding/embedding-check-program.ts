import { ConfigError } from '@foundnow/config';
import type { CheckAnswer } from './check-embedding-model.ts';
import { openImageEncoder } from './image-encoder.ts';

const before = process.memoryUsage.rss();
process.stdout.write(`${JSON.stringify(await answer(process.argv[2] ?? ''))}\n`);

async function answer(modelFile: string): Promise<CheckAnswer> {
  try {
    const encoder = await openImageEncoder(modelFile);
    const memory = process.resourceUsage().maxRSS * 1_024 - before;
    return { model: encoder.model, runtime: encoder.runtimeName, dimensions: encoder.dimensions, memory };
  } catch (error) {
    if (error instanceof ConfigError) return { reason: error.problems[0]?.reason ?? error.message };
    throw error;
  }
}
