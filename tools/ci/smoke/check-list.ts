export interface SmokeCheck {
  readonly name: string;
  readonly pass: boolean;
  readonly note: string;
}

/** Collects verdicts and says each at once. */
export class CheckList {
  readonly checks: SmokeCheck[] = [];

  add(name: string, pass: boolean, note = ''): boolean {
    this.checks.push({ name, pass, note });
    console.log(`${pass ? 'pass' : 'FAIL'}  ${name}${note === '' ? '' : `: ${note}`}`);
    return pass;
  }

  get allPassed(): boolean {
    return this.checks.length > 0 && this.checks.every(({ pass }) => pass);
  }
}
