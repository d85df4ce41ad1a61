/** Throws when a change was meant for another version than the current one. */
export interface ExpectedVersion {
  assertCurrent(version: number): void;
}

/** For what is right whichever version there is. */
export const ANY_VERSION: ExpectedVersion = { assertCurrent: () => undefined };
