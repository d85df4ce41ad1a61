import { type ContactRow, ContactRowSchema } from './contact.row.ts';

const columns = Object.keys(ContactRowSchema.options.columns) as (keyof ContactRow)[];
const places = columns.map((_, index) => `$${index + 1}`).join(', ');

/** The table's columns are named once, in its schema; every statement follows it. */
const names = columns.join(', ');
/** For statements that name the table otherwise. */
export const contactColumnsOf = (alias: string) => columns.map((column) => `${alias}.${column}`).join(', ');
/** Nothing comes back when one is open between the two already. */
export const INSERT_CONTACT = `insert into posts.contact_exchange (${names}) values (${places})
  on conflict (post_id, requester_id) where status in ('pending', 'approved') do nothing returning id`;
export const UPDATE_CONTACT = `update posts.contact_exchange set (${names}) = row(${places}) where id = $1`;
export const SELECT_CONTACT = `select ${names} from posts.contact_exchange`;

export function contactValuesOf(row: ContactRow): unknown[] {
  return columns.map((column) => (column === 'post' ? JSON.stringify(row.post) : row[column]));
}
