import type { Mark } from './marks.ts';
import { middleX, middleY, Neighbours } from './neighbours.ts';

const STEP = 3;
const STEPS = 180 / STEP;
const MOST = 4_000;

/** Degrees that lines of writing rise or fall: letters have their nearest neighbour in their own line. From -90 to 90. */
export function directionOf(marks: readonly Mark[]): number {
  const looked = marks.length > MOST ? marks.filter((_, at) => at % Math.ceil(marks.length / MOST) === 0) : marks;
  const neighbours = new Neighbours(looked, 24);
  const votes = new Float64Array(STEPS);
  for (const mark of looked) {
    const nearest = neighbours.nearest(mark);
    if (nearest === undefined) continue;
    const angle = Math.atan2(middleY(nearest) - middleY(mark), middleX(nearest) - middleX(mark));
    const place = Math.floor((((angle * 180) / Math.PI + 180 + STEP / 2) % 180) / STEP) % STEPS;
    votes[place] = (votes[place] ?? 0) + 1;
  }
  return strongest(votes);
}

/** Three steps together decide, and the middle of gravity within them; level lines need less to win. */
function strongest(votes: Float64Array): number {
  const at = (place: number): number => votes[(place + STEPS) % STEPS] ?? 0;
  let best = 0;
  let most = (at(-1) + at(0) + at(1)) * 1.3;
  for (let place = 1; place < STEPS; place += 1) {
    const sum = at(place - 1) + at(place) + at(place + 1);
    if (sum <= most) continue;
    best = place;
    most = sum;
  }
  const sum = at(best - 1) + at(best) + at(best + 1);
  const shift = sum === 0 ? 0 : (at(best + 1) - at(best - 1)) / sum;
  const degrees = (best + shift) * STEP;
  return degrees > 90 ? degrees - 180 : degrees;
}
