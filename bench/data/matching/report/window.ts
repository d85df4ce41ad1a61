import type { Chance } from '../chance.ts';
import { NOISE } from '../noise.ts';
import type { Incident } from '../world/incident.ts';

export interface Window {
  readonly from: number;
  readonly to: number;
  readonly reported: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const QUARTER = 15 * MINUTE;

/** Of one thing that two people report: how sure each is of the time, and what their clocks did to it. */
export function drawWindows(incident: Incident, chance: Chance): { lost: Window; found: Window } {
  const found = aroundFound(incident.foundTime, chance.of('found'));
  const lost = aroundLost(incident.lostTime, chance.of('lost'));
  if (!chance.happens(NOISE.foundBeforeLost)) return { lost, found };
  const from = found.to + chance.between(5, 90) * MINUTE;
  const to = from + (lost.to - lost.from);
  return { lost: { from, to, reported: to + (lost.reported - lost.to) }, found };
}

function aroundLost(time: number, chance: Chance): Window {
  const length = chance.weighted(
    [HOUR, chance.between(2, 8) * HOUR, chance.between(1, 4) * DAY],
    (_length, index) => [4, 4, 2][index] ?? 0,
  );
  const wrong = chance.happens(NOISE.offByHours) ? chance.pick([-1, 1]) * chance.between(2, 10) * HOUR : 0;
  const from = quarter(time + wrong - length * chance.next());
  const to = from + Math.max(QUARTER, quarter(length));
  return { from, to, reported: Math.max(to, time) + Math.exp(chance.bell() + 1) * HOUR };
}

function aroundFound(time: number, chance: Chance): Window {
  const length = chance.weighted(
    [0, chance.between(0.5, 4) * HOUR, chance.between(8, 24) * HOUR],
    (_length, index) => [5, 4, 1][index] ?? 0,
  );
  const from = quarter(time - length * chance.next());
  const to = from + quarter(length);
  return { from, to, reported: Math.max(to, time) + Math.exp(1.2 * chance.bell()) * HOUR };
}

function quarter(millis: number): number {
  return Math.floor(millis / QUARTER) * QUARTER;
}
