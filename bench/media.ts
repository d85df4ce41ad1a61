import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Program } from './harness/program.ts';
import type { Row, RunOptions } from './harness/row.ts';
import { inTurn, median, percentile } from './harness/statistics.ts';

const MOST_WITHOUT_OCR = 400;
const MOST_WITH_OCR = 2_500;
const DRAWING_MS = 300_000;

interface Read {
  readonly digest: string;
  readonly milliseconds: number;
  /** Of all threads: what it takes on one core. */
  readonly processorMilliseconds: number;
}

interface Drawn {
  readonly photos: number;
  readonly megabytes: readonly number[];
}

export const media: Row = {
  name: 'media',
  about: 'reading photos of 12 megapixels: quality, hashes, colours, look, redacted forms; and with codes and OCR',
  unit: 'processor ms per photo, p95',
  peerName: 'the same stages, each with a sharp call of its own',
  bound: { of: 'ratio', atMost: 0.5 },
  async run({ quick, progress, closing }) {
    const folder = mkdtempSync(join(tmpdir(), 'fn-bench-media-'));
    closing.defer(() => rmSync(folder, { recursive: true, force: true }));
    progress('drawing photos');
    const ours = await start('ours', folder, closing);
    const peer = await start('peer', folder, closing);
    const { photos, megabytes } = ours.drawn;
    const sides = { ours: [] as Read[][], peer: [] as Read[][] };
    await inTurn(
      quick ? 2 : 5,
      async () => p95(sides.ours, await readAll(ours.program, photos, false)),
      async () => p95(sides.peer, await readAll(peer.program, photos, false)),
    );
    progress('with OCR');
    const withOcr = [await readAll(ours.program, photos, true), await readAll(ours.program, photos, true)];
    const [warm = []] = withOcr.slice(1);
    // The first pass of each side only warmed it up.
    const measured = perPhoto(sides.ours.slice(1));
    const theirs = perPhoto(sides.peer.slice(1));
    const ocr = warm.map(({ processorMilliseconds }) => processorMilliseconds);
    return {
      measured: percentile(measured, 95),
      peer: percentile(theirs, 95),
      checks: {
        sameFindings: sides.ours.flat().every(({ digest }, n) => digest === sides.peer.flat()[n]?.digest),
        withoutOcrAtMost400Milliseconds: percentile(measured, 95) <= MOST_WITHOUT_OCR,
        withOcrAtMost2500Milliseconds: percentile(ocr, 95) <= MOST_WITH_OCR,
      },
      details: {
        photos,
        megabytes,
        withoutOcr: { p50: median(measured), p95: percentile(measured, 95), peerP50: median(theirs) },
        withOcr: { p50: median(ocr), p95: percentile(ocr, 95), most: Math.max(...ocr) },
        // By the clock on the wall, beside whatever else the machine did.
        wallP95: {
          withoutOcr: percentile(wallOf(sides.ours.slice(1).flat()), 95),
          peer: percentile(wallOf(sides.peer.slice(1).flat()), 95),
          withOcr: percentile(wallOf(warm), 95),
        },
      },
    };
  },
};

async function start(side: 'ours' | 'peer', folder: string, closing: RunOptions['closing']) {
  const program = new Program('apps/fn-media-ai/test/reading-probe/main.ts', { args: [side, folder] });
  closing.defer(() => program.end('SIGKILL'));
  return { program, drawn: await program.next<Drawn>(DRAWING_MS) };
}

async function readAll(program: Program, photos: number, text: boolean): Promise<Read[]> {
  const read: Read[] = [];
  for (let photo = 0; photo < photos; photo += 1) read.push(await program.ask<Read>({ photo, text }));
  return read;
}

function p95(passes: Read[][], pass: Read[]): number {
  passes.push(pass);
  return percentile(
    pass.map(({ processorMilliseconds }) => processorMilliseconds),
    95,
  );
}

/** Each photo counts with its median over all passes: what it costs, not what else the machine did at that moment. */
function perPhoto(passes: readonly (readonly Read[])[]): number[] {
  const [first = []] = passes;
  return first.map((_, photo) => median(passes.flatMap((pass) => pass[photo]?.processorMilliseconds ?? [])));
}

function wallOf(read: readonly Read[]): number[] {
  return read.map(({ milliseconds }) => milliseconds);
}
