/** What a stranger may do to a public form before having it read: make it larger or smaller, stretch its contrast. */
export interface Look {
  readonly scale: number;
  readonly contrast: 'as-is' | 'stretched' | 'steep';
  /** Read line by line as the service does, or the whole picture in one go. */
  readonly by: 'lines' | 'page';
}

export const LOOKS: readonly Look[] = (['lines', 'page'] as const).flatMap((by) =>
  ([1, 0.7, 1.25, 2] as const).flatMap((scale) =>
    (['as-is', 'stretched', 'steep'] as const).map((contrast) => ({ scale, contrast, by })),
  ),
);

/** Of what is read, as of what the service reads: a form as wide as this looks the same at every larger scale. */
export const WIDEST = 1_600;

const LOOKS_AT_EACH = 4;
/** Reading a large form line by line takes seconds where it is noisy: of so many things one is read so. */
const ONE_IN = 5;

/** At a form of the `at`-th thing, so many pixels wide or high: after 30 things each look was had at both its forms. */
export function looksAt(at: number, longest: number): readonly Look[] {
  const turns = Array.from({ length: LOOKS_AT_EACH }, (_, turn) => at * LOOKS_AT_EACH + turn);
  if (longest < WIDEST / 2) return turns.map((turn) => inTurn(LOOKS, turn * 7));
  const different = LOOKS.filter(({ scale }) => scale === 1 || scale * longest <= WIDEST);
  const slow = different.filter(({ by, scale }) => by === 'lines' && scale >= 1);
  const quick = different.filter((look) => !slow.includes(look));
  const looks = turns.map((turn) => inTurn(quick, turn * 5));
  return at % ONE_IN === 0 ? [...looks.slice(1), inTurn(slow, at / ONE_IN)] : looks;
}

function inTurn(looks: readonly Look[], turn: number): Look {
  return looks[turn % looks.length]!;
}
