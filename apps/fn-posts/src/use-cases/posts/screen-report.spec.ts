import { describe, expect, it } from '@jest/globals';
import { aReport } from '../../../test/post.builder.ts';
import { personalDataScreen } from '../../outbound/text/personal-data-screen.ts';
import { screenReport } from './screen-report.ts';

describe('the texts of a report', () => {
  it('stay as long as they may be when what stands for contact data is longer than it', () => {
    const title = Array(28).fill('a@b.de').join(' ');
    const { clean, warnings } = screenReport(aReport({ title }), personalDataScreen);
    expect(title.length).toBe(195);
    expect(clean.title).toHaveLength(200);
    expect(clean.title).not.toContain('a@b.de');
    expect(warnings).toMatchObject([{ path: 'title' }]);
  });

  it('are never cut in the middle of a character', () => {
    const title = `${'a@b.de '.repeat(24)}${'🎒'.repeat(14)}`;
    const { clean } = screenReport(aReport({ title }), personalDataScreen);
    expect(clean.title.length).toBeLessThanOrEqual(200);
    expect(clean.title.isWellFormed()).toBe(true);
  });
});
