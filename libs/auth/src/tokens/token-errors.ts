import { DomainError } from '@foundnow/kernel';
import { errors } from 'jose';

const DETAILS = {
  'token.missing': 'Sign in first: send Authorization: Bearer <token>.',
  'token.malformed': 'The access token cannot be read.',
  'token.algorithm': 'The access token is signed in a way that is not accepted here.',
  'token.key_unknown': 'The access token is signed with a key that is not known here.',
  'token.signature': 'The signature of the access token is wrong.',
  'token.expired': 'The access token has expired. Get a new one.',
  'token.not_yet_valid': 'The access token is not valid yet.',
  'token.lifetime': 'The access token may live for 15 minutes at most.',
  'token.issuer': 'The access token comes from somebody who is not trusted here.',
  'token.audience': 'The access token was made for another service.',
  'token.claims': 'The access token does not say everything that is needed, or says what is not known here.',
  'ticket.invalid': 'The ticket is used up or has expired. Get a new one.',
} as const;

export type TokenErrorCode = keyof typeof DETAILS;

/** The cause is not kept: it may quote the token. */
export function tokenError(code: TokenErrorCode): DomainError {
  return new DomainError(code, 'unauthenticated', DETAILS[code]);
}

const CLAIM_CODES: Readonly<Record<string, TokenErrorCode>> = {
  iss: 'token.issuer',
  aud: 'token.audience',
  nbf: 'token.not_yet_valid',
};

export function tokenErrorOf(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  if (error instanceof errors.JWTExpired) return tokenError('token.expired');
  if (error instanceof errors.JWTClaimValidationFailed) {
    const mismatch = error.reason === 'check_failed' ? CLAIM_CODES[error.claim] : undefined;
    return tokenError(mismatch ?? 'token.claims');
  }
  if (error instanceof errors.JOSEAlgNotAllowed) return tokenError('token.algorithm');
  if (error instanceof errors.JWSSignatureVerificationFailed) return tokenError('token.signature');
  return error instanceof errors.JOSEError ? tokenError('token.malformed') : error;
}
