/** Headers on dead letters and on what is redriven. Lower case, so that every transport carries them as they are. */
export const HEADER = {
  group: 'fn-dlq-group',
  generation: 'fn-dlq-generation',
  code: 'fn-dlq-code',
  errorClass: 'fn-dlq-error-class',
  kind: 'fn-dlq-error-kind',
  fingerprint: 'fn-dlq-fingerprint',
  attempts: 'fn-dlq-attempts',
  topic: 'fn-dlq-topic',
  partition: 'fn-dlq-partition',
  offset: 'fn-dlq-offset',
  failedAt: 'fn-dlq-failed-at',
  /** On a letter that no transport took as it was: how many bytes stayed behind in the topic that it came from. */
  omitted: 'fn-dlq-omitted-bytes',
  /** On a marker without a body: the dead letter of this identity was redriven. */
  redriven: 'fn-dlq-redriven',
  /** On a redriven message: the only group that takes it. */
  redriveGroup: 'fn-redrive-group',
  redriveCount: 'fn-redrive-count',
} as const;

export function deadLetterTopicOf(topic: string): string {
  return `${topic}.dlq`;
}

/** What others put on the message stays on it; what an earlier failure or redrive put on does not. */
export function withoutOurs(headers: Readonly<Record<string, string>>): Record<string, string> {
  const names = new Set<string>(Object.values(HEADER));
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.has(name)));
}
