export const HEADER = '// Generated from schemas/ by `npm run generate`. Change the schemas, not this file.\n';

/** `media-ai` → `mediaAi`: an owner's name as an identifier. */
export function identifierOf(owner: string): string {
  return owner.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
