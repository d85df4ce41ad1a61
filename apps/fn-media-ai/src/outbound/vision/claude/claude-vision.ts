import type { Anthropic } from '@anthropic-ai/sdk';
import type { Clock } from '@foundnow/kernel';
import { VisionFailure, type VisionRefusal } from '../../../domain/vision/vision-failure.ts';
import type { VisionAnswer, VisionProvider, VisionQuestion } from '../../../use-cases/vision-provider.port.ts';
import { findingFrom } from '../answer/finding-from.ts';
import { ANSWER_SCHEMA } from './answer-schema.ts';
import { boundedFetch } from './bounded-fetch.ts';
import { claudeFailure } from './claude-failure.ts';
import { type ClaudePrice, mostCost, tokenCost } from './claude-price.ts';
import { type ClaudeMessage, inputTokens, messageShape, saidIn } from './message-shape.ts';
import { type PromptVersion, reportText, systemPrompt } from './prompts.ts';

export interface ClaudeOptions {
  readonly apiKey: string;
  /** Undefined: the service itself. */
  readonly baseUrl: string | undefined;
  readonly model: string;
  readonly promptVersion: PromptVersion;
  /** How long the model may think; undefined for models that take no effort. */
  readonly effort: 'low' | 'medium' | 'high' | undefined;
  /** Of thinking and answer together. */
  readonly maxTokens: number;
  readonly price: ClaudePrice;
}

const SILENT = { error: nothing, warn: nothing, info: nothing, debug: nothing };

export async function openClaudeVision(options: ClaudeOptions, clock: Clock): Promise<VisionProvider> {
  // Loaded when asked for: an installation without a key need not pay for the client.
  const { default: Client } = await import('@anthropic-ai/sdk');
  const client = new Client({
    apiKey: options.apiKey,
    baseURL: options.baseUrl ?? null,
    fetch: boundedFetch,
    // Retries, time and traces are ours; its log would hold the photo and the headers.
    maxRetries: 0,
    logger: SILENT,
    logLevel: 'off',
    openTelemetry: false,
  });
  return new ClaudeVision(client, options, clock);
}

const REFUSED: Readonly<Record<string, VisionRefusal>> = {
  refusal: 'refused',
  max_tokens: 'cut-off',
  model_context_window_exceeded: 'cut-off',
};

class ClaudeVision implements VisionProvider {
  readonly name = 'claude';
  readonly model: string;
  readonly promptVersion: string;
  readonly #client: Anthropic;
  readonly #options: ClaudeOptions;
  readonly #fixedBytes: number;

  constructor(
    client: Anthropic,
    options: ClaudeOptions,
    private readonly clock: Clock,
  ) {
    this.#client = client;
    this.#options = options;
    this.model = options.model;
    this.promptVersion = options.promptVersion;
    const fixed = systemPrompt(options.promptVersion) + JSON.stringify(ANSWER_SCHEMA);
    this.#fixedBytes = Buffer.byteLength(fixed);
  }

  estimateMicros(question: VisionQuestion): number {
    const { price, maxTokens } = this.#options;
    return mostCost(price, question, this.#fixedBytes + Buffer.byteLength(reportText(question)), maxTokens);
  }

  async look(question: VisionQuestion, signal: AbortSignal): Promise<VisionAnswer> {
    const message = await this.#message(question, signal);
    const costMicros = tokenCost(this.#options.price, inputTokens(message), message.usage.output_tokens);
    const { stop_reason: stopped } = message;
    const checked = stopped === 'end_turn' ? findingFrom(parsed(saidIn(message))) : undefined;
    if (checked === undefined) throw new VisionFailure(REFUSED[stopped ?? ''] ?? 'malformed', { costMicros });
    return { finding: checked.finding, costMicros, withheld: checked.personal };
  }

  async close(): Promise<void> {
    // The client holds nothing open.
  }

  async #message(question: VisionQuestion, signal: AbortSignal): Promise<ClaudeMessage> {
    try {
      const answer = messageShape.safeParse(await this.#client.messages.create(this.#request(question), { signal }));
      if (answer.success) return answer.data;
    } catch (error) {
      signal.throwIfAborted();
      throw claudeFailure(error, this.clock.now());
    }
    throw new VisionFailure('damaged');
  }

  #request(question: VisionQuestion): Anthropic.MessageCreateParamsNonStreaming {
    const { model, maxTokens, effort, promptVersion } = this.#options;
    const data = Buffer.from(question.image).toString('base64');
    return {
      model,
      max_tokens: maxTokens,
      system: systemPrompt(promptVersion),
      output_config: {
        format: { type: 'json_schema', schema: ANSWER_SCHEMA },
        ...(effort !== undefined && { effort }),
      },
      messages: [
        {
          role: 'user',
          content: [
            { type: 'image', source: { type: 'base64', media_type: question.contentType, data } },
            { type: 'text', text: reportText(question) },
          ],
        },
      ],
    };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function nothing(): void {
  // Nobody listens.
}
