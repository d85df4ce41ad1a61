import { DomainError } from '@foundnow/kernel';

export function staffOnly(): DomainError {
  const detail = 'In this organization only staff gives contact data to others. Ask the desk to do it.';
  return new DomainError('contact.staff_only', 'forbidden', detail);
}

export function tooLong(mostHours: number): DomainError {
  const detail = `Contact data can be shown for up to ${mostHours} hours.`;
  return new DomainError('contact.too_long', 'validation', detail, {
    fields: [{ path: 'validForHours', code: 'out_of_range', detail: `must be 1 to ${mostHours}` }],
  });
}

export function nothingGiven(): DomainError {
  const detail = 'Say at least one way to be reached.';
  return new DomainError('contact.nothing_given', 'validation', detail, {
    fields: [{ path: 'contact', code: 'required', detail: 'must hold an email or a phone' }],
  });
}
