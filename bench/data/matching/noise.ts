/** How far two people who describe one item are apart: shares of posts, where nothing else is said. README.md tells the rest. */
export const NOISE = {
  acrossLanguages: 1 / 3,
  brandMissing: 0.4,
  brandWrong: 0.05,
  brandMisspelt: 0.08,
  colourMissing: 0.25,
  colourNeighbour: 0.12,
  categoryConfused: 0.1,
  categoryFar: 0.02,
  materialSaid: 0.3,
  markSaid: { lost: 0.55, found: 0.45 },
  modelSaid: { lost: 0.45, found: 0.25 },
  contentsSaid: { lost: 0.4, found: 0.15 },
  withoutAnalysis: { lost: 0.65, found: 0.35 },
  placeVague: 0.3,
  placeNameOnly: 0.2,
  travels: 0.06,
  saysOnTheWay: 0.85,
  offByHours: 0.06,
  /** Weeks later. */
  foundLate: 0.03,
  foundBeforeLost: 0.03,
  terse: 0.2,
  rambling: 0.1,
  lowerCase: 0.2,
  withoutAccents: 0.2,
  typos: 0.25,
  /** Of what only the test split has, where there is such a thing. */
  heldOut: 0.4,
} as const;

/** Shares of the distractors: what is left over resembles nothing on purpose. */
export const DISTRACTORS = { near: 0.45, impossible: 0.1, elsewhere: 0.05, lost: 1 / 3 } as const;
