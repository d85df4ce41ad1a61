export type PersonalDataKind = 'email' | 'phone' | 'card' | 'iban' | 'passport';

/** From `start` to before `end`, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface PersonalData extends Span {
  readonly kind: PersonalDataKind;
}
