import type { TableFacts } from './table-list.ts';
import type { Login, TenancyBench } from './tenancy-bench.ts';
import { rowsShown, type Visitor, writesDone, type WriteTarget } from './trespass.ts';
import { authors, belongings, member, nobody, notTheAuthor, notTheOrganization, strangers } from './visitors.ts';

const { org, author } = belongings;
const OF_THE_ORGANIZATION = `org_id = '${org}'`;

/** Each probe answers with what it found wrong, one line each. */
export type Probe = (bench: TenancyBench) => Promise<string[]>;

/** Without this, tables that show nobody anything would pass everything else. */
export const rowsHiddenFromTheirOwners: Probe = async (bench) =>
  overAll(bench, async (table, { role, database }) => {
    const concerned = table.owner === null ? [member] : [member, ...authors];
    const shown = await Promise.all(
      concerned.map((visitor) => rowsShown(database, visitor, table.name, OF_THE_ORGANIZATION)),
    );
    return concerned.filter((_, i) => shown[i] !== 1).map(({ who }) => `hides rows from ${who} (as ${role})`);
  });

export const rowsShownToStrangers: Probe = async (bench) =>
  overAll(bench, (table, login) => shownToStrangers(table, login));

export const rowsShownWithoutScope: Probe = async (bench) =>
  overAll(bench, async ({ name }, { role, pool }) => {
    const { rows } = await pool.query(`SELECT 1 FROM ${name}`);
    return rows.length > 0 ? [`shows ${rows.length} rows to ${role} without a scope`] : [];
  });

/** The connection remembers an organization, its author and a worker, and was given back inside a transaction. */
export const rowsShownOnDirtyConnection: Probe = async (bench) =>
  overAll(bench, async (table, login) => {
    const client = await login.pool.connect();
    const dirt = { org, user: author, worker: table.worker ?? '', public_reads: 'on' };
    for (const [key, value] of Object.entries(dirt)) await client.query(`SET app."${key}" = '${value}'`);
    client.release();
    const afterSettings = await shownToStrangers(table, login);

    const abandoned = await login.pool.connect();
    await abandoned.query(`BEGIN; SET LOCAL app.org = '${org}'`);
    abandoned.release();
    return [...afterSettings, ...(await shownToStrangers(table, login))];
  });

export const writesOfStrangers: Probe = async (bench) =>
  overAll(bench, async (table, { role, database }) => {
    const found: string[] = [];
    const attempt = async (visitors: readonly Visitor[], target: WriteTarget): Promise<void> => {
      const whose = target.org === null ? 'no organization' : 'the organization';
      for (const visitor of visitors)
        for (const done of await writesDone(database, visitor, target))
          found.push(`lets ${visitor.who} write: ${done} of ${whose} (as ${role})`);
    };
    await attempt(notTheOrganization, { table, org, author });
    if (table.organizationRequired) return found;
    await attempt(notTheAuthor, { table, org: null, author });
    await attempt(nobody, { table, org: null, author: null });
    return found;
  });

async function shownToStrangers({ name }: TableFacts, { role, database }: Login): Promise<string[]> {
  const found: string[] = [];
  for (const visitor of strangers) {
    const where = 'worker' in visitor.scope ? 'true' : OF_THE_ORGANIZATION;
    const shown = await rowsShown(database, visitor, name, where);
    if (shown > 0) found.push(`shows ${shown} rows to ${visitor.who} (as ${role})`);
  }
  return found;
}

async function overAll(
  bench: TenancyBench,
  look: (table: TableFacts, login: Login) => Promise<string[]>,
): Promise<string[]> {
  const found: string[] = [];
  for (const table of bench.tenantTables)
    for (const login of bench.logins) for (const each of await look(table, login)) found.push(`${table.name} ${each}`);
  return found;
}
