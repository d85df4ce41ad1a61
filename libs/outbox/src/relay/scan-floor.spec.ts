import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PREPARED, ScanFloor } from './scan-floor.ts';
import type { Scan } from './scan-floor.ts';

interface Row {
  readonly id: number;
  readonly key: number;
}

interface Writer {
  readonly name: string;
  readonly key: number;
  readonly ids: number[];
}

type Step = { readonly do: 'begin' | 'take' | 'commit' | 'abort' | 'list' | 'scan'; readonly pick: number };

/** A table and a relay in a few lines: ids are taken under the lock of the key and become visible at the commit. */
class Model {
  readonly published: Row[] = [];
  readonly committed: Row[] = [];
  private visible: Row[] = [];
  private writers: Writer[] = [];
  private lastId = 0;
  private begun = 0;

  constructor(private readonly floor: ScanFloor) {}

  step({ do: action, pick }: Step): void {
    const writer = this.writers[pick % Math.max(1, this.writers.length)];
    if (action === 'list') this.list();
    else if (action === 'scan') this.scan(1 + (pick % 4));
    else if (action === 'begin') this.begin(pick % 3);
    else if (writer !== undefined && action === 'take') writer.ids.push(++this.lastId);
    else if (writer !== undefined) this.end(writer, action === 'commit');
  }

  finish(): void {
    for (const writer of this.writers) this.end(writer, true);
    for (let i = 0; i < 3; i++) this.list();
    for (let i = 0; i < 500; i++) this.scan(4);
  }

  private begin(key: number): void {
    if (this.writers.some((writer) => writer.key === key)) return;
    this.writers.push({ name: `t${++this.begun}`, key, ids: [++this.lastId] });
  }

  private end(writer: Writer, commit: boolean): void {
    this.writers = this.writers.filter((each) => each !== writer);
    if (!commit) return;
    const rows = writer.ids.map((id) => ({ id, key: writer.key }));
    this.committed.push(...rows);
    this.visible.push(...rows);
  }

  private list(): void {
    this.floor.listed(
      this.floor.highestSeen,
      this.writers.map(({ name }) => name),
    );
  }

  private scan(limit: number): void {
    const { decided } = this.floor;
    const rows = this.visible
      .filter(({ id }) => id > this.floor.floorOf(0))
      .sort((a, b) => a.id - b.id)
      .slice(0, limit);
    const last = rows.at(-1)?.id;
    if (last !== undefined) this.floor.saw(last);
    this.published.push(...rows);
    this.visible = this.visible.filter((row) => !rows.includes(row));
    this.floor.finished({ decided, shards: [0], blocked: new Map(), upTo: rows.length === limit ? last : undefined });
  }
}

const steps = fc.array(
  fc.record<Step>({
    do: fc.constantFrom('begin', 'begin', 'take', 'commit', 'commit', 'abort', 'list', 'scan', 'scan'),
    pick: fc.nat(50),
  }),
  { maxLength: 120 },
);

function run(floor: ScanFloor, script: readonly Step[]): Model {
  const model = new Model(floor);
  for (const step of script) model.step(step);
  model.finish();
  return model;
}

function expectSound({ published, committed }: Model): void {
  expect(published.map(({ id }) => id).sort((a, b) => a - b)).toEqual(
    committed.map(({ id }) => id).sort((a, b) => a - b),
  );
  for (const key of [0, 1, 2]) {
    const ids = published.filter((row) => row.key === key).map(({ id }) => id);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
  }
}

/** What most pollers do: never look below the highest id that was seen. */
class Cursor extends ScanFloor {
  override floorOf(): number {
    return this.highestSeen;
  }
}

const scan = (facts: Partial<Scan> = {}): Scan => ({
  decided: 0,
  shards: [0, 1],
  blocked: new Map(),
  upTo: undefined,
  ...facts,
});

describe('ScanFloor', () => {
  it('loses nothing and overtakes nothing, whatever the order of commits, listings and scans', () => {
    fc.assert(
      fc.property(steps, (script) => expectSound(run(new ScanFloor(), script))),
      { numRuns: 2_000 },
    );
  });

  it('is needed: the same runs catch a cursor', () => {
    const caught = fc.check(
      fc.property(steps, (script) => expectSound(run(new Cursor(), script))),
      { numRuns: 2_000 },
    );
    expect(caught.failed).toBe(true);
  });

  it('passes an id only when all are gone that may have taken a lower one', () => {
    const floor = new ScanFloor();
    floor.saw(10);
    floor.listed(10, ['t1', 't2']);
    expect(floor.decided).toBe(0);
    floor.listed(10, ['t2', 't3']);
    expect(floor.decided).toBe(0);
    floor.listed(10, ['t3']);
    expect(floor.decided).toBe(10);
  });

  it('is not deceived by a transaction that changes its name when it is prepared', () => {
    const floor = new ScanFloor();
    floor.saw(10);
    floor.listed(10, ['t1']);
    floor.listed(10, [PREPARED]);
    expect(floor.decided).toBe(0);
    floor.listed(10, []);
    expect(floor.decided).toBe(10);
  });

  it('goes no further than the batch when there was more behind it', () => {
    const floor = new ScanFloor();
    floor.finished(scan({ decided: 100, upTo: 40 }));
    expect(floor.floorOf(0)).toBe(40);
    floor.finished(scan({ decided: 100 }));
    expect(floor.floorOf(0)).toBe(100);
  });

  it('stays below what is in quarantine, in that shard', () => {
    const floor = new ScanFloor();
    floor.finished(scan({ decided: 100, blocked: new Map([[0, 30]]) }));
    expect([floor.floorOf(0), floor.floorOf(1)]).toEqual([29, 100]);
  });

  it('moves only the shards that are done', () => {
    const floor = new ScanFloor();
    floor.finished(scan({ decided: 100 }), [1]);
    expect([floor.floorOf(0), floor.floorOf(1)]).toEqual([0, 100]);
    floor.reset();
    expect(floor.floorOf(1)).toBe(0);
  });
});
