/** How long a provider asks to be left alone, by `retry-after-ms` or `retry-after` (seconds, or a date). */
export function retryAfterMs(headers: Headers | undefined, now: Date): number | undefined {
  const exact = Number.parseFloat(headers?.get('retry-after-ms') ?? '');
  if (Number.isFinite(exact)) return Math.max(0, exact);
  const text = headers?.get('retry-after') ?? '';
  const milliseconds = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now.getTime();
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : undefined;
}
