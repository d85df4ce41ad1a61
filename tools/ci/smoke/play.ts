import type { Addresses } from './addresses.ts';
import { type Answer, answers, ask, within } from './ask.ts';
import type { CheckList } from './check-list.ts';
import { printToken, readItem, received, reportItem } from './journey.ts';
import { residentMegabytes } from './process-memory.ts';
import { type StackOptions, StackProcess } from './stack-process.ts';

const HEALTHY_SECONDS = 10;
const MEMORY_MEGABYTES = 1024;
const PATIENCE_MS = 60_000;
const STOP_MS = 15_000;

/** Starts the stack and waits until the page and every service answer; undefined when they did not. */
export async function startStack(
  list: Pick<CheckList, 'add'>,
  options: StackOptions,
  at: Addresses,
  nth: string,
): Promise<StackProcess | undefined> {
  const started = performance.now();
  const stack = new StackProcess(options);
  const ready = [at.page, ...[at.posts, ...Object.values(at.others)].map((url) => `${url}/health/ready`)];
  const healthy = await within(
    PATIENCE_MS,
    async () => !stack.running || (await Promise.all(ready.map(answers))).every(Boolean),
  );
  const seconds = (performance.now() - started) / 1000;
  if (
    list.add(`the ${nth} start answers on all five ports`, healthy && stack.running, stack.running ? '' : stack.output)
  ) {
    list.add(
      `the ${nth} start is healthy within ${HEALTHY_SECONDS} s`,
      seconds <= HEALTHY_SECONDS,
      `${seconds.toFixed(1)} s`,
    );
    return stack;
  }
  console.log(stack.output);
  stack.kill();
  return undefined;
}

/** Reports an item and sees the others count it; gives what a second start must still know. */
export async function playJourney(list: CheckList, options: StackOptions, at: Addresses) {
  const token = printToken(options);
  const operator = printToken(options, 'admin');
  list.add('fn token prints a token', token.split('.').length === 3);
  list.add('the page is a page', (await ask(at.page)).body.includes('<html'));
  const before = await counts(at, operator);
  const answer = await reportItem(at.posts, token);
  list.add(
    'an item is reported',
    answer.status === 201,
    answer.status === 201 ? '' : `${answer.status} ${answer.body}`,
  );
  for (const [name, url] of Object.entries(at.others)) {
    const counted = await within(10_000, async () => (await received(url, operator)) > (before[name] ?? 0));
    list.add(`${name} received the report and counted it`, counted);
  }
  return { token, operator, id: idIn(answer), counts: await counts(at, operator) };
}

export type Played = Awaited<ReturnType<typeof playJourney>>;

export async function checkMemory(list: CheckList, stack: StackProcess): Promise<void> {
  const megabytes = residentMegabytes(stack.pid);
  if (megabytes === undefined) return;
  list.add(
    `resident memory is at most ${MEMORY_MEGABYTES} MB`,
    megabytes <= MEMORY_MEGABYTES,
    `${megabytes.toFixed(0)} MB`,
  );
}

export async function checkStop(list: CheckList, stack: StackProcess, nth: string): Promise<void> {
  const started = performance.now();
  const code = await stack.interrupt(STOP_MS);
  // npm answers 130 whatever its program did, and may be gone before it.
  const whole = await within(STOP_MS, () => Promise.resolve(stack.output.includes('\nStopped.\n')));
  const note = `${code === undefined ? 'still running' : `exit code ${code}`} after ${((performance.now() - started) / 1000).toFixed(1)} s`;
  if (!list.add(`Ctrl-C ends the ${nth} start cleanly`, whole && (code === 0 || code === 130), note))
    console.log(stack.output);
}

export async function checkKept(list: CheckList, at: Addresses, played: Played): Promise<void> {
  const answer = await readItem(at.posts, played.token, played.id);
  list.add(
    'the second start still has the item',
    answer.status === 200,
    answer.status === 200 ? '' : `${answer.status} ${answer.body}`,
  );
  const now = await counts(at, played.operator);
  const kept = Object.entries(played.counts).every(([name, count]) => now[name] === count);
  list.add('the second start still has the counts, and counts nothing twice', kept, JSON.stringify(now));
}

async function counts(at: Addresses, operator: string): Promise<Record<string, number>> {
  const pairs = Object.entries(at.others).map(async ([name, url]) => [name, await received(url, operator)] as const);
  return Object.fromEntries(await Promise.all(pairs));
}

function idIn({ status, body }: Answer): string {
  return status === 201 ? (JSON.parse(body) as { id: string }).id : '';
}
