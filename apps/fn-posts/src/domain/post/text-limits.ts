/** How long the texts of a post may be, whoever proposes them. */
export const MOST_CHARACTERS = {
  title: 200,
  description: 2000,
  tag: 40,
  attribute: 200,
  address: 200,
  question: 200,
  caption: 500,
} as const;
