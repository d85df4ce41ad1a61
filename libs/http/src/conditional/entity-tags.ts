const ENTITY_TAG = /^(W\/)?"([\x21\x23-\x7e]*)"$/;
const MOST_TAGS = 16;

/** Undefined: this is no list of entity tags, or a longer one than anybody needs. */
export function tagsOf(header: string): string[] | undefined {
  const tags = header.split(',').map((tag) => tag.trim());
  return tags.length <= MOST_TAGS && tags.every((tag) => ENTITY_TAG.test(tag)) ? tags : undefined;
}
