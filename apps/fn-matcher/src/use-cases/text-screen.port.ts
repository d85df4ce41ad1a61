/** Takes contact data out of what people write. */
export interface TextScreen {
  screen(written: string): string;
}
