import type { Chance } from '../chance.ts';
import { NOISE } from '../noise.ts';
import { CITIES, type City, off, type Point, type Spot } from './places.ts';

/** Where and when an item was lost, and where and when it was found: the truth, in which nobody took part. */
export interface Incident {
  readonly city: City;
  readonly lostAt: Point;
  readonly lostTime: number;
  readonly foundAt: Point;
  readonly foundTime: number;
  /** It went on in a train or a taxi. */
  readonly travels: boolean;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 2, 2);
const WEEKS = 8;

export function drawIncident(chance: Chance): Incident {
  const city = chance.weighted(CITIES, ({ spots }) => spots.length);
  const spot = chance.pick(city.spots);
  const lostAt = chance.happens(0.65)
    ? off(spot, 60 * Math.abs(chance.bell()), chance)
    : off(spot, chance.between(300, 4_000), chance);
  return happening(city, lostAt, timeIn(city, chance), chance);
}

/** Another incident where and when one is that already happened: a station on the same days. */
export function drawBeside({ city, lostAt, lostTime }: Incident, chance: Chance): Incident {
  const near = off(lostAt, 80 * Math.abs(chance.bell()), chance);
  return happening(city, near, lostTime + chance.between(-3 * DAY, 3 * DAY), chance);
}

export function drawElsewhere({ city, lostTime }: Incident, chance: Chance): Incident {
  const other = chance.pick(CITIES.filter(({ name }) => name !== city.name));
  const near = off(chance.pick(other.spots), 100 * Math.abs(chance.bell()), chance);
  return happening(other, near, lostTime + chance.between(0, DAY), chance);
}

/** It was found days before the other was lost. */
export function drawTooEarly({ city, lostAt, lostTime }: Incident, chance: Chance): Incident {
  const near = off(lostAt, 60 * Math.abs(chance.bell()), chance);
  const time = lostTime - chance.between(5 * DAY, 14 * DAY);
  return { city, lostAt: near, lostTime: time, foundAt: near, foundTime: time, travels: false };
}

function happening(city: City, lostAt: Point, lostTime: number, chance: Chance): Incident {
  const travels = chance.happens(NOISE.travels);
  const foundAt = travels ? destination(city, chance) : off(lostAt, 40 * Math.abs(chance.bell()), chance);
  // Most things are picked up within hours; some lie for days, a few for weeks.
  const soon = Math.min(192, 1.5 * Math.exp(1.4 * chance.bell()));
  const hours = chance.happens(NOISE.foundLate) ? chance.between(7 * 24, 28 * 24) : soon;
  return { city, lostAt, lostTime, foundAt, foundTime: lostTime + hours * HOUR, travels };
}

function destination(city: City, chance: Chance): Point {
  const stops = city.spots.filter(({ kind }) => kind === 'station' || kind === 'airport');
  return off(chance.pick<Spot>(stops), chance.between(0, 150), chance);
}

function timeIn({ hoursFromUtc }: City, chance: Chance): number {
  const day = START + chance.whole(0, WEEKS * 7 - 1) * DAY;
  const hour = Math.min(23.9, Math.max(0, 14.5 + 4.5 * chance.bell()));
  return day + (hour - hoursFromUtc) * HOUR;
}
