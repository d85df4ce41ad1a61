import type { Check } from './check.ts';
import { audit } from './checks/audit.ts';
import { boundaries } from './checks/boundaries.ts';
import { directives } from './checks/directives.ts';
import { envParity } from './checks/env-parity.ts';
import { environment } from './checks/environment.ts';
import { format } from './checks/format.ts';
import { freshness } from './checks/freshness.ts';
import { licences } from './checks/licences.ts';
import { links } from './checks/links.ts';
import { lint } from './checks/lint.ts';
import { lockfile } from './checks/lockfile.ts';
import { names } from './checks/names.ts';
import { contracts, generated } from './checks/scripts.ts';
import { sizes } from './checks/sizes.ts';
import { suffixes } from './checks/suffixes.ts';
import { tags } from './checks/tags.ts';
import { types } from './checks/types.ts';

export const ALL_CHECKS: readonly Check[] = [
  format,
  lint,
  boundaries,
  tags,
  types,
  generated,
  contracts,
  sizes,
  suffixes,
  names,
  directives,
  environment,
  envParity,
  links,
  lockfile,
  licences,
  freshness,
  audit,
];
