import { readTextIfAny } from '../verify/files.ts';

/** What the service itself said last about what went wrong, since an answer says nothing but the trace id. */
export function faultsIn(data: string): string {
  const lines = (readTextIfAny(data, 'logs/fn-posts.log') ?? '').split('\n');
  const faults = lines.filter((line) => line.includes('"level":"error"'));
  return faults.slice(-10).join('\n');
}
