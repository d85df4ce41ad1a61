import { type Check, judged, type Problem } from '../check.ts';
import { packageNameAt, readLockfile } from '../manifest.ts';

const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** Packages whose licence field says nothing usable, read by a person. */
const READ_BY_HAND: Readonly<Record<string, string>> = { '@kafkajs/confluent-schema-registry': 'MIT' };

/** libvips: a shared library that whoever runs this may replace by their own build (docs/adr/0013). */
const REPLACEABLE = /^@img\/sharp-/;

export const licences: Check = {
  name: 'licences',
  about: 'every dependency has a licence that Apache-2.0 software may ship with',
  async run({ root }) {
    const packages = Object.entries(readLockfile(root).packages).filter(
      ([path, locked]) => path.includes('node_modules/') && locked.link !== true,
    );
    const problems = packages.flatMap(([path, { license }]): Problem[] => {
      const name = packageNameAt(path);
      if (isAllowed(READ_BY_HAND[name] ?? license, REPLACEABLE.test(name))) return [];
      return [{ rule: 'allowed-licence', where: name, what: `${license ?? 'no licence named'} is not on the list` }];
    });
    return judged(problems, `${packages.length} packages`);
  },
};

/** SPDX: one side of an OR is enough, every side of an AND is needed. */
export function isAllowed(expression: string | undefined, replaceable = false): boolean {
  if (expression === undefined) return false;
  const alternatives = expression.replaceAll(/[()]/g, '').split(/\s+OR\s+/);
  return alternatives.some((alternative) =>
    alternative
      .split(/\s+AND\s+/)
      .every((licence) => ALLOWED.has(licence.trim()) || (replaceable && licence.trim() === 'LGPL-3.0-or-later')),
  );
}
