import { sensitivityOf } from '@foundnow/kernel';
import type { CoveredPhoto } from '../analysis/seen-photo.ts';
import { seenAs } from './seen-as.ts';

/**
 * What a category asks of a photo that was read as another: to be read as this one, and to be hidden until then where less
 * of it is covered than this one asks for. Null: to stay as it is.
 */
export function correctionOf(category: string, { reading, sight }: CoveredPhoto): 'hide' | 'read' | null {
  const asked = sensitivityOf(seenAs(category, sight?.finding.category ?? null));
  const held = sensitivityOf(reading.readAs);
  const isWhole = reading.redaction.kind === 'whole';
  if (asked > held) return isWhole ? 'read' : 'hide';
  return asked < held && isWhole ? 'read' : null;
}
