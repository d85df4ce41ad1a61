import { describe, expect, it } from '@jest/globals';
import { differencesOf } from './differences.ts';

const row = { post: { id: 'a', title: 'Keys', created_at: '1', tags: ['x'] }, status: 201 };

describe('differences', () => {
  it('passes over what is drawn anew for each post', () => {
    expect(differencesOf(row, { ...row, post: { ...row.post, id: 'b', created_at: '2' } })).toEqual([]);
  });

  it('names what has another value, is missing or is there on one side only', () => {
    const other = { post: { id: null, title: 'Key', created_at: '1', tags: ['x', 'y'] }, extra: 1 };
    expect(differencesOf(row, other)).toEqual(['post.id', 'post.title', 'post.tags', 'status', 'extra']);
  });
});
