import { ConfigError, type ConfigProblem } from '@foundnow/config';

/** Gathers what is wrong with a configuration, so that one start tells all of it. Never holds a value. */
export class Findings {
  readonly #problems: ConfigProblem[] = [];

  add(key: string, reason: string): void {
    this.#problems.push({ key, reason });
  }

  /** The value of a key that is only needed because of another. */
  needed<Env extends object, Key extends keyof Env & string>(env: Env, key: Key, because: string) {
    const value = env[key];
    if (value === undefined) this.add(key, `is required because ${because}`);
    return value;
  }

  throwIfAny(): void {
    if (this.#problems.length > 0) throw new ConfigError(this.#problems);
  }
}

/** What `look` answers, or a ConfigError with all that it found. */
export function examined<T>(look: (findings: Findings) => T): T {
  const findings = new Findings();
  const answer = look(findings);
  findings.throwIfAny();
  return answer;
}
