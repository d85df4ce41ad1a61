import type { Problem } from '../../verify/check.ts';
import type { ComposeFile, ComposeService } from './compose-file.ts';

export interface ComposeRule {
  readonly name: string;
  readonly about: string;
  problems(compose: ComposeFile, root: string): readonly Problem[] | Promise<readonly Problem[]>;
}

/** A rule that looks at one service at a time and says what is wrong with it. */
export function perService(
  name: string,
  about: string,
  look: (service: ComposeService, serviceName: string, compose: ComposeFile) => readonly (string | undefined)[],
): ComposeRule {
  return {
    name,
    about,
    problems: (compose) =>
      Object.entries(compose.services).flatMap(([where, service]) =>
        look(service, where, compose).flatMap((what) => (what === undefined ? [] : [{ rule: name, where, what }])),
      ),
  };
}

/** The sentence when the condition does not hold. */
export function unless(holds: boolean, what: string): string | undefined {
  return holds ? undefined : what;
}
