import { describe, expect, it } from '@jest/globals';
import { aPost, anActor } from '../../../test/post.builder.ts';
import type { Visibility } from './item-report.ts';
import { assertMayChange } from './may-change.ts';

const ORG = '0198c0de-0000-7000-8000-0000000000f1';
const author = anActor({ orgId: ORG });
const other = '0198c0de-0000-7000-8000-00000000000b';
const colleague = anActor({ userId: other, orgId: ORG });
const desk = anActor({ userId: other, orgId: ORG, isStaff: true });
const foreignDesk = anActor({ userId: other, orgId: '0198c0de-0000-7000-8000-0000000000f2', isStaff: true });

const refusal = (visibility: Visibility, by: typeof author) => {
  const { post } = aPost({ visibility }, {}, author);
  try {
    assertMayChange(post.state, by);
    return 'none';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('who may change a post', () => {
  it.each([
    ['its author, always', author, ['none', 'none', 'none']],
    ['a colleague never, and of a private one she is not told', colleague, ['not_yours', 'not_yours', 'not_found']],
    ['the desk, all but the private ones', desk, ['none', 'none', 'not_found']],
    ['another desk never', foreignDesk, ['not_yours', 'not_found', 'not_found']],
  ] as const)('%s', (_who, by, refusals) => {
    const told = (['public', 'organization', 'private'] as const).map((visibility) => refusal(visibility, by));
    expect(told.map((code) => code.replace('post.', ''))).toEqual(refusals);
  });
});
