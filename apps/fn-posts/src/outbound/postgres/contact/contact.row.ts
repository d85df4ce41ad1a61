import { EntitySchema } from 'typeorm';
import type {
  AskedPost,
  ContactField,
  ContactState,
  ContactStatus,
  DenialReason,
} from '../../../domain/contact-exchange/contact-state.ts';

/** A row of posts.contact_exchange. */
export interface ContactRow {
  id: string;
  version: number;
  status: ContactStatus;
  post_id: string;
  post: AskedPost;
  owner_id: string | null;
  requester_id: string | null;
  opened_by: ContactState['openedBy'];
  match_id: string | null;
  claim_id: string | null;
  message: string | null;
  requested_fields: ContactField[];
  approved_fields: ContactField[] | null;
  single_use: boolean | null;
  envelope: string | null;
  token_hash: string | null;
  reveal_count: number;
  denial_reason: DenialReason | null;
  created_at: Date;
  updated_at: Date;
  expires_at: Date;
}

const text = { type: 'text' } as const;
const optionalText = { type: 'text', nullable: true } as const;
const optionalId = { type: 'uuid', nullable: true } as const;
const time = { type: 'timestamptz' } as const;

export const ContactRowSchema = new EntitySchema<ContactRow>({
  name: 'ContactRow',
  tableName: 'contact_exchange',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'integer' },
    status: text,
    post_id: { type: 'uuid' },
    post: { type: 'jsonb' },
    owner_id: optionalId,
    requester_id: optionalId,
    opened_by: text,
    match_id: optionalId,
    claim_id: optionalId,
    message: optionalText,
    requested_fields: { type: 'text', array: true },
    approved_fields: { type: 'text', array: true, nullable: true },
    single_use: { type: 'boolean', nullable: true },
    envelope: optionalText,
    token_hash: optionalText,
    reveal_count: { type: 'integer' },
    denial_reason: optionalText,
    created_at: time,
    updated_at: time,
    expires_at: time,
  },
});
