/** Papers that a portrait is on: what is read on them says nothing of what else can be recognised. */
const WITH_PORTRAIT = new Set(['documents.passport', 'documents.id', 'documents.license']);
/** Things whose writing is about their owner. */
const ABOUT_OWNER = /^(?:documents|wallets)\.|^medical\.medication$/;

export function hasPortrait(category: string): boolean {
  return WITH_PORTRAIT.has(category);
}

export function isAboutOwner(category: string): boolean {
  return ABOUT_OWNER.test(category);
}

/** The higher, the more strangers must not see of a photo of it: what was covered as less is covered anew. */
export function sensitivityOf(category: string): number {
  return [isAboutOwner, hasPortrait].filter((holds) => holds(category)).length;
}
