import { readFileSync } from 'node:fs';

/** The pom alone says which version is run. */
export function versionIn(pom: URL, artifact: string): string {
  const named = new RegExp(`<artifactId>${artifact}</artifactId>\\s*<version>([\\d.]+)<`);
  const version = named.exec(readFileSync(pom, 'utf8'))?.[1];
  if (version === undefined) throw new Error(`${pom.href} names no version of ${artifact}.`);
  return version;
}
