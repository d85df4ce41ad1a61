/** What our programs end with beside 0 and 1, by sysexits(3): a supervisor or a script can tell them apart. */
export const EXIT_CODE = {
  usage: 64,
  damagedData: 65,
  unavailable: 69,
  unexpected: 70,
  diskFull: 74,
  inUse: 75,
  notPermitted: 77,
  config: 78,
} as const;
