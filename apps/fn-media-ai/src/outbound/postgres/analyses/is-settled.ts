/** No other analysis of the post is on its way: whatever was decided of this one would be told of half of the photos. */
export const IS_SETTLED = `post.due_at is null
  and not exists (select from media_ai.photo where photo.post_id = post.post_id and photo.state = 'waiting')`;
