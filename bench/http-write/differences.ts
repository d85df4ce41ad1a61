/** Drawn anew for each post, so only their presence is compared. */
const OWN =
  /(^|\.)(id|key|subject|event_id|correlationId|traceparent|shard|reference|time|created_?at|updated_?at|expires_?at|due_at)$/i;

/** The paths at which two answers differ in more than what is drawn anew each time. */
export function differencesOf(one: unknown, other: unknown, path = ''): string[] {
  if (isObject(one) && isObject(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...keys].flatMap((key) => differencesOf(one[key], other[key], path === '' ? key : `${path}.${key}`));
  }
  const same = OWN.test(path) ? typeof one === typeof other : JSON.stringify(one) === JSON.stringify(other);
  return same ? [] : [path];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
