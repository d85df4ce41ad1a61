import { maskPersonalData } from '@foundnow/personal-data';
import type { DecodedPhoto } from '../../../domain/photo/decoded-photo.ts';
import type { AboutItem, Found, StageName, StageUse } from '../../../domain/photo/stage.ts';
import type { WrittenOnItem } from '../../../domain/photo/written-on-item.ts';
import { decideRedaction } from '../../../domain/redaction/decide-redaction.ts';
import { judgeWriting } from '../../../domain/text/judge-writing.ts';
import { CodesStage } from './codes-stage.ts';
import { Recogniser } from './ocr/recogniser.ts';
import { TextStage } from './text-stage.ts';

/** Reads writing and codes, and says what of it strangers may see; what it loads stays warm. */
export function writingReader(
  recogniser = new Recogniser(),
): (photo: DecodedPhoto, about: AboutItem) => Promise<WrittenOnItem> {
  const text = new TextStage(recogniser);
  const codes = new CodesStage();
  return async (photo, about) => {
    const bars = await codes.read(photo);
    const writing = await text.read(photo, about);
    const scan = (line: string): ReturnType<typeof maskPersonalData>['found'] => maskPersonalData(line).found;
    const judged = judgeWriting(writing.finding, bars.finding, about.category, scan);
    return {
      codes: judged.codes,
      texts: judged.texts,
      personal: judged.personal,
      redaction: decideRedaction(about.category, writing.finding, judged),
      stages: [useOf('codes', bars), useOf('text', writing)],
    };
  };
}

function useOf(stage: StageName, { finding: _, ...use }: Found<unknown>): StageUse {
  return { ...use, stage };
}
