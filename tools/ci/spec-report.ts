import { relative } from 'node:path';

/** The part of Jest's report that says what became of each file. */
export interface SpecReport {
  readonly testResults: readonly SpecFile[];
}

interface SpecFile {
  readonly name: string;
  readonly status: string;
  readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
}

export interface MergedRuns {
  readonly passed: number;
  readonly failed: number;
  /** Each file that passed only the second time, with the first thing in it that failed. */
  readonly unsteady: readonly string[];
}

/** More than these are no accident of timing. */
const MAX_FILES_AGAIN = 3;

/** The spec files to run once more, alone: none when nothing failed, or too much. */
export function filesToRunAgain(report: SpecReport): string[] {
  return failedIn(report).map(({ name }) => relative('.', name));
}

/** What held in the end; undefined unless each file that failed ran again with the same tests, and all of them passed. */
export function mergeRuns(first: SpecReport, again: SpecReport): MergedRuns | undefined {
  const failed = failedIn(first);
  const later = new Map(again.testResults.map((file) => [file.name, file]));
  if (failed.length === 0 || !failed.every((file) => isMended(file, later.get(file.name)))) return undefined;
  const tests = first.testResults
    .map((file) => (failed.includes(file) ? (later.get(file.name) ?? file) : file))
    .flatMap(({ assertionResults }) => assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  return { passed, failed: tests.length - passed, unsteady: failed.map(firstFailure) };
}

function failedIn({ testResults }: SpecReport): SpecFile[] {
  const failed = testResults.filter(({ status }) => status === 'failed');
  return failed.length > MAX_FILES_AGAIN ? [] : failed;
}

function isMended(before: SpecFile, now: SpecFile | undefined): boolean {
  if (now?.status !== 'passed' || now.assertionResults.length === 0) return false;
  const names = new Set(now.assertionResults.map(({ fullName }) => fullName));
  return (
    now.assertionResults.every(({ status }) => status === 'passed') &&
    before.assertionResults.every(({ fullName }) => names.has(fullName))
  );
}

function firstFailure({ name, assertionResults }: SpecFile): string {
  const failure = assertionResults.find(({ status }) => status === 'failed');
  return `${relative('.', name)}: ${failure?.fullName ?? 'the file could not be run to its end'}`;
}
