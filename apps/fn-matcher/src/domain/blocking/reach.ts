/** Who finds something carries it a little way before saying so. */
const CARRIED_METERS = 1_500;
/** People are surer of a place than they should be. */
const OVERSURE = 1.5;
/** Of what travels: a city and its surroundings. */
export const TRAVEL_METERS = 75_000;

/** Posts that reach about as far are searched together. The last takes all that reach further. */
export const REACH_CLASSES = [2_500, 6_500, 60_000] as const;
const MOST_METERS = REACH_CLASSES[2];

/** Two posts are compared when they lie no further apart than both reach together. */
export function reachOf(spreadMeters: number): number {
  return Math.min(MOST_METERS, OVERSURE * Math.max(0, spreadMeters) + CARRIED_METERS);
}

export function reachClassOf(reachMeters: number): number {
  return REACH_CLASSES.findIndex((most) => reachMeters <= most);
}
