export { maskPersonalData, personalDataIn } from './mask-personal-data.ts';
export type { MaskedText } from './mask-personal-data.ts';
export type { PersonalData, PersonalDataKind } from './personal-data.ts';
