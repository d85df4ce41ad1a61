import type { DecodedPhoto } from '../../../domain/photo/decoded-photo.ts';
import type { GreyPixels } from '../../../domain/photo/pixels.ts';
import type { AboutItem, Found, Stage } from '../../../domain/photo/stage.ts';
import { pictureOf } from '../../../domain/text/lines/line-picture.ts';
import { textLinesIn, type TextLine } from '../../../domain/text/lines/text-lines.ts';
import { regionOf } from '../../../domain/text/lines/view.ts';
import type { UnreadLine, WrittenLine, Writing } from '../../../domain/text/written-line.ts';
import { languagesFor } from './ocr/languages.ts';
import type { Recogniser, RecognisedWord } from './ocr/recogniser.ts';

/** Lines that tell which way up the writing stands. */
const WITNESSES = 3;
const UPRIGHT_ENOUGH = 0.6;
/** Below this it is a guess: it may warn of what is personal, and vouches for nothing. */
const READ = 0.35;

/** Work is counted by the processor's clock, so that a busy machine reads as much as an idle one, only later. */
const BUDGET = { workMs: 1_900, waitMs: 8_000 };

interface Budget {
  readonly workMs: number;
  readonly waitMs: number;
}

/** Reads what is written, line by line, where strokes look like writing; two ways up at most, and only so long. */
export class TextStage implements Stage<Writing> {
  readonly name = 'text';

  constructor(
    private readonly recogniser: Recogniser,
    private readonly budget: Budget = BUDGET,
  ) {}

  async read(photo: DecodedPhoto, about: AboutItem): Promise<Found<Writing>> {
    const started = performance.now();
    const languages = languagesFor(about.language);
    const lines = textLinesIn(photo.grey).toSorted((a, b) => rank(b) - rank(a));
    if (lines.length > 0) await this.recogniser.warmUp(languages);
    const reading = new Reading(photo.grey, this.recogniser, languages);
    const finding = await reading.all(lines, clockOf(this.budget));
    return {
      finding,
      confidence: confidenceOf(finding.lines),
      milliseconds: performance.now() - started,
      provider: 'local',
      model: 'tesseract-5',
    };
  }
}

function clockOf({ workMs, waitMs }: Budget): () => boolean {
  const [start, work] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(work);
    return (user + system) / 1_000 > workMs || performance.now() - start > waitMs;
  };
}

/** Long lines first; those whose letters are all of one width are stitches more often than words, and wait. */
function rank({ letters, isEven }: TextLine): number {
  return isEven ? letters / 100 : letters;
}

class Reading {
  /** Witnesses are read but once each way. */
  readonly #known = new Map<string, WrittenLine | undefined>();

  constructor(
    private readonly photo: GreyPixels,
    private readonly recogniser: Recogniser,
    private readonly languages: readonly string[],
  ) {}

  async all(lines: readonly TextLine[], timeIsUp: () => boolean): Promise<Writing> {
    const upsideDown = await this.#standsOnItsHead(lines.slice(0, WITNESSES));
    const read: WrittenLine[] = [];
    const unread: UnreadLine[] = [];
    for (const line of lines) {
      const tried = !timeIsUp();
      const written = tried ? await this.#line(line, upsideDown) : undefined;
      if (written !== undefined) read.push(written);
      if (written === undefined || written.confidence < READ) unread.push({ ...this.#unread(line), tried });
    }
    return { lines: read, unread };
  }

  async #standsOnItsHead(witnesses: readonly TextLine[]): Promise<boolean> {
    const upright = await this.#sureness(witnesses, false);
    return upright < UPRIGHT_ENOUGH && (await this.#sureness(witnesses, true)) > upright;
  }

  async #sureness(lines: readonly TextLine[], upsideDown: boolean): Promise<number> {
    const read: WrittenLine[] = [];
    for (const line of lines)
      read.push((await this.#line(line, upsideDown)) ?? { ...this.#unread(line), words: [], confidence: 0 });
    return confidenceOf(read) ?? 0;
  }

  async #line(line: TextLine, upsideDown: boolean): Promise<WrittenLine | undefined> {
    const key = `${line.view.x} ${line.view.y} ${upsideDown}`;
    if (!this.#known.has(key)) this.#known.set(key, await this.#readLine(line, upsideDown));
    return this.#known.get(key);
  }

  async #readLine(line: TextLine, upsideDown: boolean): Promise<WrittenLine | undefined> {
    const { pixels, view } = pictureOf(this.photo, line, upsideDown);
    const words = await this.recogniser.read(pixels, this.languages);
    if (words.length === 0) return undefined;
    return {
      words: words.map(({ text, confidence, box }) => ({ text, confidence, region: regionOf(view, box, this.photo) })),
      confidence: mean(words),
      ...this.#unread(line),
    };
  }

  #unread({ view, letters }: TextLine): Pick<UnreadLine, 'region' | 'letters'> {
    const box = { left: 0, top: 0, right: view.width * view.scale, bottom: view.height * view.scale };
    return { region: regionOf(view, box, this.photo), letters };
  }
}

function mean(words: readonly Pick<RecognisedWord, 'text' | 'confidence'>[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  return words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0) / Math.max(1, letters);
}

function confidenceOf(lines: readonly WrittenLine[]): number | null {
  const words = lines.flatMap((line) => line.words);
  return words.length === 0 ? null : mean(words);
}
