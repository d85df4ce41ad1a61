import { encodeEvent, EventDecoder, frame, lockfileSchemaIds, SCHEMAS } from '@foundnow/contracts';
import { goldenExample } from '@foundnow/contracts/testing';
import { failurePolicy, UndecodableMessage } from '@foundnow/messaging';
import { isDependencyFailure } from '@foundnow/postgres';
import { describe, expect, it } from '@jest/globals';

const policy = failurePolicy({ isDependencyFailure, random: () => 0.5 });
const decoder = new EventDecoder(lockfileSchemaIds());
const last = Math.max(...SCHEMAS.map((row) => row.id));
const { body } = encodeEvent('post.created', goldenExample('post.created'));

/** What a service does with an event whose schema has this id. */
function decisionOn(id: number): unknown {
  try {
    return decoder.decode(frame(id, body));
  } catch (error) {
    return policy.decide(new UndecodableMessage(error), { attempts: 1, waits: 1 });
  }
}

describe('an event whose schema the service does not know', () => {
  it('waits, with its partition, for the build that knows it when its id is the next to be given', () => {
    expect([last + 1, last + 20].map(decisionOn)).toEqual([
      { action: 'wait', delayMs: 200 },
      { action: 'wait', delayMs: 200 },
    ]);
  });

  it('is a dead letter at once when nobody can have given its id', () => {
    const aside = { action: 'dead-letter', code: 'contract.undecodable' };
    expect([0, last + 5000, 0x4100_4200].map(decisionOn)).toEqual([aside, aside, aside]);
  });
});
