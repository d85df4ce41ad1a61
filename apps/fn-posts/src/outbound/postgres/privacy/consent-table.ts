/** Noted once: an event repeats the decisions that stand, and comes again itself. */
export const NOTE_CONSENT = `insert into posts.consent
    (id, person_id, purpose, granted, policy_version, decided_at, source, evidence_id, version, fields, valid_until)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`;

/** `$2`: now. */
const STANDS = `case source
    when 'contact' then not granted or (valid_until > $2 and not exists (
      select from posts.consent ended where ended.source = 'contact' and ended.evidence_id = consent.evidence_id
        and not ended.granted))
    else not exists (
      select from posts.consent later where later.source = 'account' and later.person_id = consent.person_id
        and later.purpose = consent.purpose
        and (later.version, later.decided_at, later.id) > (consent.version, consent.decided_at, consent.id))
  end`;

export const SELECT_CONSENTS = `select id, purpose, granted, policy_version, decided_at, source, evidence_id, fields,
    valid_until, ${STANDS} as stands
  from posts.consent where person_id = $1`;
