import { ConfigError } from '@foundnow/config';

/** Why the configured model cannot be used, and what to do: said when the service starts. */
export function modelProblem(reason: string): ConfigError {
  return new ConfigError([{ key: 'MEDIA_AI_ONNX_MODEL', reason }]);
}

export function isMissing(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === 'ENOENT';
}
