/** Code, and the data that an app reads beside it. */
const SOURCE = /^(src|migrations|lexicon|models)\//;
const OF_TESTS = /\.(spec|conformance|builder)\.ts$/;

/** Of the files of a project: what runs in production. The rest is for people and tests. */
export function isShipped(file: string): boolean {
  return SOURCE.test(file) && !OF_TESTS.test(file);
}
