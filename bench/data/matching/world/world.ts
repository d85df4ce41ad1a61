import { Chance } from '../chance.ts';
import { DISTRACTORS, NOISE } from '../noise.ts';
import { type Kind, type Language, LANGUAGES, type Post, type Split, type Truth } from '../post.ts';
import { type Report, report } from '../report/report.ts';
import { drawWindows } from '../report/window.ts';
import { drawBeside, drawElsewhere, drawIncident, drawTooEarly, type Incident } from './incident.ts';
import { drawItem, type Item, lookalikeOf } from './item.ts';

export interface WorldSize {
  readonly seed: number;
  readonly split: Split;
  readonly pairs: number;
  readonly distractors: number;
}

export interface World {
  readonly reports: readonly Report[];
  readonly truth: readonly Truth[];
}

interface Happened {
  readonly item: Item;
  readonly incident: Incident;
}

const AT_HOME = 0.85;

/** All that is reported in one split, in the order in which it was. Splits have no item, place in time or report in common. */
export function drawWorld({ seed, split, pairs, distractors }: WorldSize): World {
  const chance = new Chance(`${seed}/${split}`);
  const happened: Happened[] = [];
  const reports: Report[] = [];
  const truth: Truth[] = [];
  for (let at = 0; at < pairs; at += 1) {
    const own = chance.of(`pair ${at}`);
    const what = { item: drawItem(split, own.of('item')), incident: drawIncident(own.of('incident')) };
    const [lost, found] = bothSides(what, split, own);
    happened.push(what);
    reports.push(lost, found);
    truth.push({ lostId: lost.post.id, foundId: found.post.id });
  }
  for (let at = 0; at < distractors; at += 1) reports.push(distractor(happened, split, chance.of(`distractor ${at}`)));
  return { reports: reports.toSorted((a, b) => byTime(a.post, b.post)), truth };
}

function bothSides({ item, incident }: Happened, split: Split, chance: Chance): [Report, Report] {
  const windows = drawWindows(incident, chance.of('windows'));
  const [first, second] = languagesFor(incident.city.language, chance.of('languages'));
  const side = (kind: Kind, language: Language) =>
    report({ item, incident, kind, language, split, window: windows[kind] }, chance.of(kind));
  return [side('lost', first), side('found', second)];
}

function languagesFor(local: Language, chance: Chance): [Language, Language] {
  const others = LANGUAGES.filter((language) => language !== local);
  const visitor = (): Language => chance.weighted(others, (language) => (language === 'en' ? 3 : 1));
  if (chance.happens(NOISE.acrossLanguages)) return chance.happens(0.7) ? [visitor(), local] : [local, visitor()];
  const both = chance.happens(AT_HOME) ? local : visitor();
  return [both, both];
}

/** A report of something else. Most of them resemble a pair in what they are, where and when. */
function distractor(happened: readonly Happened[], split: Split, chance: Chance): Report {
  const kind: Kind = chance.happens(DISTRACTORS.lost) ? 'lost' : 'found';
  const { item, incident } = another(happened, kind, split, chance);
  const [first, second] = languagesFor(incident.city.language, chance.of('languages'));
  const window = drawWindows(incident, chance.of('windows'))[kind];
  return report({ item, incident, kind, language: kind === 'lost' ? first : second, split, window }, chance.of(kind));
}

function another(happened: readonly Happened[], kind: Kind, split: Split, chance: Chance): Happened {
  const unlike = () => ({ item: drawItem(split, chance.of('item')), incident: drawIncident(chance.of('incident')) });
  if (happened.length === 0) return unlike();
  const like = chance.pick(happened);
  const item = lookalikeOf(like.item, split, chance.of('item'));
  const which = chance.next();
  const { near, impossible, elsewhere } = DISTRACTORS;
  if (which < near) return { item, incident: drawBeside(like.incident, chance) };
  if (which < near + impossible && kind === 'found') return { item, incident: drawTooEarly(like.incident, chance) };
  if (which < near + impossible + elsewhere) return { item, incident: drawElsewhere(like.incident, chance) };
  return unlike();
}

function byTime(a: Post, b: Post): number {
  return a.reportedAt < b.reportedAt || (a.reportedAt === b.reportedAt && a.id < b.id) ? -1 : 1;
}
