export interface OutOfReach {
  readonly route: string;
  readonly status: '2xx' | '404' | '409' | '412' | '428';
  readonly reason: string;
}

/** Answers that no caller is expected to meet here. */
export const OUT_OF_REACH: readonly OutOfReach[] = [
  {
    route: 'DELETE /api/v1/posts/{id}',
    status: '409',
    reason: 'a post can be deleted from every state, and is not found after that',
  },
  {
    route: 'PATCH /api/v1/posts/{id}/photos/{photoId}',
    status: '409',
    reason: 'a caption can be changed in every state of a post',
  },
  {
    route: 'DELETE /api/v1/posts/{id}/photos/{photoId}',
    status: '409',
    reason: 'only the last photo stays, and only where an organization demands one',
  },
];
