import type { GreyPixels } from '../../../../domain/photo/pixels.ts';
import type { Box } from '../../../../domain/text/lines/box.ts';
import { languageData, loadCore, type Tesseract, type TesseractCore } from './tesseract-core.ts';

export interface RecognisedWord {
  readonly text: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly box: Box;
}

/** How the picture is divided, by Tesseract's numbers. */
export const LAYOUT = { page: '3', line: '7', sparse: '11' } as const;

const LSTM_ONLY = 1;
const WORD = '5';
/** Languages beside English that stay loaded: each holds about 30 MB. */
const KEPT = 2;

/** Tesseract in this very process, kept warm: whoever calls it is a process that may be killed. */
export class Recogniser {
  #core: Promise<TesseractCore> | undefined;
  readonly #loaded = new Map<string, Tesseract>();

  /** Loads what reading in these languages takes, unless it is there. */
  async warmUp(languages: readonly string[]): Promise<void> {
    await this.#warm(languages);
  }

  async read(
    picture: GreyPixels,
    languages: readonly string[],
    layout: string = LAYOUT.line,
  ): Promise<RecognisedWord[]> {
    const { core, tesseract } = await this.#warm(languages);
    try {
      core.FS.writeFile('/input', portableGreymap(picture));
      tesseract.SetVariable('tessedit_pageseg_mode', layout);
      if (tesseract.SetImageFile(1, 0) !== 0 || tesseract.Recognize(null) !== 0) return [];
      const words = wordsOf(tesseract.GetTSVText(0));
      tesseract.Clear();
      return words;
    } catch (error) {
      this.#forget();
      throw error;
    }
  }

  /** What has aborted once answers nothing any more: the next picture gets another. */
  #forget(): void {
    this.#core = undefined;
    this.#loaded.clear();
  }

  async #warm(languages: readonly string[]): Promise<{ core: TesseractCore; tesseract: Tesseract }> {
    this.#core ??= loadCore();
    try {
      const core = await this.#core;
      return { core, tesseract: this.#ready(core, languages.join('+'), languages) };
    } catch (error) {
      this.#forget();
      throw error;
    }
  }

  #ready(core: TesseractCore, name: string, languages: readonly string[]): Tesseract {
    const loaded = this.#loaded.get(name);
    if (loaded !== undefined) return loaded;
    for (const [other, unused] of [...this.#loaded].slice(0, Math.max(0, this.#loaded.size - KEPT + 1))) {
      unused.End();
      this.#loaded.delete(other);
    }
    for (const language of languages) core.FS.writeFile(`${language}.traineddata`, languageData(language));
    const tesseract = new core.TessBaseAPI();
    if (tesseract.Init(null, name, LSTM_ONLY) !== 0) throw new Error(`no language data for ${name}`);
    tesseract.SetVariable('user_defined_dpi', '150');
    this.#loaded.set(name, tesseract);
    return tesseract;
  }
}

function portableGreymap({ width, height, data }: GreyPixels): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const bytes = new Uint8Array(head.length + data.length);
  bytes.set(head);
  bytes.set(data, head.length);
  return bytes;
}

/** Columns: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
function wordsOf(table: string): RecognisedWord[] {
  return table.split('\n').flatMap((row) => {
    const [level, , , , , , left, top, width, height, confidence, text = ''] = row.split('\t');
    if (level !== WORD || text.trim() === '') return [];
    const [x, y] = [Number(left), Number(top)];
    const box = { left: x, top: y, right: x + Number(width), bottom: y + Number(height) };
    return [{ text: text.trim(), confidence: Math.max(0, Number(confidence)) / 100, box }];
  });
}
