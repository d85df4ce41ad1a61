/** What the person who started the stack hears while it starts, and when something went wrong later. */
export interface StackTold {
  readonly progress: (text: string) => void;
  readonly warn: (text: string) => void;
}
