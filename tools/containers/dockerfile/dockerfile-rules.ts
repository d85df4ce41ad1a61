import type { Problem } from '../../verify/check.ts';
import { baseRules } from './base-rules.ts';
import type { DockerfileRule } from './dockerfile-rule.ts';
import type { Dockerfile } from './parse-dockerfile.ts';
import { runtimeRules } from './runtime-rules.ts';

export const DOCKERFILE_RULES: readonly DockerfileRule[] = [...baseRules, ...runtimeRules];

export function dockerfileProblems(file: Dockerfile): Problem[] {
  return DOCKERFILE_RULES.flatMap((rule) =>
    rule.problems(file).map(({ line, what }) => ({ rule: rule.name, where: `Dockerfile:${line}`, what })),
  );
}
