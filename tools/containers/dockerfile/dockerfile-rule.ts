import type { Dockerfile } from './parse-dockerfile.ts';

export interface DockerfileRule {
  readonly name: string;
  readonly about: string;
  problems(file: Dockerfile): readonly { readonly line: number; readonly what: string }[];
}
