import { isDeepStrictEqual } from 'node:util';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { peakMegabytesOf } from './harness/peak-memory.ts';
import { Program } from './harness/program.ts';
import type { Row, RunOptions } from './harness/row.ts';
import { inTurn } from './harness/statistics.ts';
import { type DrawnFile, drawPhotos, FORMATS } from './photo-ingest/draw-photos.ts';
import type { Taken } from './photo-ingest/ingest-process.ts';
import { serviceUnderUploads } from './photo-ingest/service-under-uploads.ts';

const MOST_MEGABYTES = 400;
const PATIENCE_MS = 180_000;

interface Speed extends Pick<Taken, 'sizes'> {
  readonly speed: number;
}
const none: Speed = { speed: 0, sizes: [] };

export const photoIngest: Row = {
  name: 'photo-ingest',
  about: 'eight photos of some 10 MB at once, most of them from phones: clean original, two sizes, placeholder',
  unit: 'photos/s',
  peerName: 'one sharp call per output',
  bound: { of: 'ratio', atLeast: 2 },
  async run({ quick, progress, database, closing }) {
    const folder = mkdtempSync(join(tmpdir(), 'fn-bench-photos-'));
    closing.defer(() => rmSync(folder, { recursive: true, force: true }));
    progress('drawing photos');
    const files = await drawPhotos(folder);
    const all = files.map(({ path }) => path);
    await compileOnce(all, closing);
    const [ours, peer] = [await start('ours', closing), await start('peer', closing)];
    const seen = { ours: none, peer: none };
    const result = await inTurn(
      quick ? 3 : 5,
      async () => (seen.ours = await speed(ours, all, progress)).speed,
      async () => (seen.peer = await speed(peer, all, progress)).speed,
    );
    const ratios = quick ? undefined : await byFormat(files, ours, peer);
    progress('memory');
    const peak = await peakMegabytesOf(ours.pid, () => take(ours, all));
    await Promise.all([ours.end('SIGTERM'), peer.end('SIGTERM')]);
    const service = await serviceUnderUploads(eightOf(files, 'jpeg'), await database(), closing);
    return {
      measured: result.a,
      peer: result.b,
      checks: {
        sameSizes: isDeepStrictEqual(seen.ours.sizes, seen.peer.sizes),
        everyUploadTaken: service.statuses.every((status) => status === 201),
        residentAtMost400MB: peak <= MOST_MEGABYTES,
      },
      details: {
        megabytes: all.map((file) => statSync(file).size / 1_000_000),
        ratios: result.ratios,
        // From a JPEG the peer decodes its small forms at a fraction of the size, which spares it most of that.
        ratioByFormat: ratios,
        // Of the process that takes the photos in and of its decoder.
        residentMegabytes: peak,
        // All of fn-posts and its decoder, while eight JPEG of 10 MB are uploaded at once.
        service: { restingMegabytes: service.restingMegabytes, peakMegabytes: service.peakMegabytes },
      },
    };
  },
};

async function start(side: 'ours' | 'peer', closing: AsyncDisposableStack): Promise<Program> {
  const program = new Program('bench/photo-ingest/ingest-process.ts', { args: [side] });
  closing.defer(() => program.end('SIGTERM'));
  await program.next();
  return program;
}

/** In a process of its own: in ours the compiler would count as memory of ours. */
async function compileOnce(files: readonly string[], closing: AsyncDisposableStack): Promise<void> {
  const first = await start('ours', closing);
  await take(first, files.slice(-1));
  await first.end('SIGTERM');
}

function take(side: Program, files: readonly string[]): Promise<Taken> {
  return side.ask<Taken>({ files }, PATIENCE_MS);
}

async function speed(side: Program, files: readonly string[], progress: RunOptions['progress']): Promise<Speed> {
  const { seconds, sizes } = await take(side, files);
  progress(`${(files.length / seconds).toFixed(2)} photos/s`);
  return { speed: files.length / seconds, sizes };
}

function eightOf(files: readonly DrawnFile[], format: DrawnFile['format']): string[] {
  const paths = files.filter((file) => file.format === format).map(({ path }) => path);
  return Array.from({ length: 8 }, (_each, index) => paths[index % paths.length] ?? '');
}

async function byFormat(files: readonly DrawnFile[], ours: Program, peer: Program): Promise<Record<string, number>> {
  const ratios: Record<string, number> = {};
  for (const format of FORMATS) {
    const paths = files.filter((file) => file.format === format).map(({ path }) => path);
    const several = Array.from({ length: 4 }, () => paths).flat();
    const { seconds } = await take(ours, several);
    ratios[format] = (await take(peer, several)).seconds / seconds;
  }
  return ratios;
}
