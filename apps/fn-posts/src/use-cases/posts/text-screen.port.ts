/** Takes contact data, payment data and the like out of text. */
export interface TextScreen {
  screen(text: string): {
    readonly text: string;
    /** What was taken out, by kind. */ readonly masked: readonly string[];
  };
}
