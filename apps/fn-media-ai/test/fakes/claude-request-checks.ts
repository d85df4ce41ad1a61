import type { IncomingHttpHeaders } from 'node:http';

export interface ClaudeBody {
  readonly model: string;
  readonly max_tokens: number;
  readonly system?: string;
  readonly messages: ReadonlyArray<{ role: string; content: readonly ClaudeBlock[] }>;
  readonly output_config?: { effort?: string; format?: { type: string; schema: object } };
  readonly [other: string]: unknown;
}

interface ClaudeBlock {
  readonly type: string;
  readonly text?: string;
  readonly source?: { type: string; media_type: string; data: string };
}

export interface ClaudeError {
  readonly status: number;
  readonly type: string;
  readonly message: string;
}

const refused = (message: string): ClaudeError => ({ status: 400, type: 'invalid_request_error', message });

/** Settings that the models of now refuse. */
const REMOVED = ['temperature', 'top_p', 'top_k'];
/** What structured outputs do not know. */
const UNKNOWN_KEYWORDS = /"(?:minimum|maximum|minLength|maxLength|maxItems|pattern|multipleOf|oneOf)":/;
const MAGIC: Readonly<Record<string, string>> = {
  'image/jpeg': 'ffd8ff',
  'image/png': '89504e47',
  'image/webp': '52494646',
};

/** Who may ask at all. */
export function headerError(headers: IncomingHttpHeaders, apiKey: string): ClaudeError | undefined {
  const key = headers.authorization?.replace(/^Bearer /, '') ?? headers['x-api-key'];
  if (key !== apiKey) return { status: 401, type: 'authentication_error', message: `invalid key ${String(key)}` };
  if (headers['anthropic-version'] === undefined) return refused('anthropic-version: header is required');
  if (headers['content-type'] !== 'application/json') return refused('content-type: must be application/json');
  return undefined;
}

/** Whether the service would take the request, and in which words it would not. */
export function bodyError(body: ClaudeBody, models: readonly string[]): ClaudeError | undefined {
  if (!models.includes(body.model)) return { status: 404, type: 'not_found_error', message: `model: ${body.model}` };
  const removed = REMOVED.find((key) => key in body);
  if (removed !== undefined) return refused(`${removed}: Extra inputs are not permitted`);
  if (JSON.stringify(body['thinking'] ?? null).includes('disabled')) return refused('thinking.type.disabled');
  if (!Number.isInteger(body.max_tokens) || body.max_tokens < 1) return refused('max_tokens: must be at least 1');
  if (body.messages.length === 0 || body.messages.at(-1)?.role !== 'user') return refused('messages: no prefill');
  const blocks = body.messages.flatMap(({ content }) => content);
  return blocks.map(blockError).find((error) => error !== undefined) ?? formatError(body);
}

function blockError({ type, source }: ClaudeBlock): ClaudeError | undefined {
  if (type !== 'image') return undefined;
  const magic = Buffer.from(source?.data ?? '', 'base64').toString('hex', 0, 4);
  const wanted = MAGIC[source?.media_type ?? ''];
  if (wanted === undefined) return refused('source.media_type: not supported');
  return magic.startsWith(wanted) ? undefined : refused('Could not process image');
}

function formatError({ output_config: config }: ClaudeBody): ClaudeError | undefined {
  if (config?.effort !== undefined && !['low', 'medium', 'high', 'xhigh', 'max'].includes(config.effort)) {
    return refused('output_config.effort: unknown');
  }
  const schema = JSON.stringify(config?.format?.schema ?? {});
  const keyword = UNKNOWN_KEYWORDS.exec(schema);
  if (keyword !== null) return refused(`output_config.format.schema: ${keyword[0]} is not supported`);
  const objects = schema.split('"type":"object"').length - 1;
  const closed = schema.split('"additionalProperties":false').length - 1;
  return objects === closed ? undefined : refused('additionalProperties must be false for every object');
}
