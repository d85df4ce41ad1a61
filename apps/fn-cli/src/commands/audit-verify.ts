import { type AuditVerdict, Database, openPool, verifyAudit } from '@foundnow/postgres';
import { Command } from 'commander';
import { environmentOf, required } from '../environment.ts';
import { servicesNamed } from '../services.ts';
import type { OperatorTerminal, Service } from '@foundnow/service';

interface Options {
  readonly service?: string;
  readonly json?: boolean;
}

export function auditVerify(terminal: OperatorTerminal): Command {
  return new Command('verify')
    .description('Walk the hash chain of the audit and name the first place where it was tampered with.')
    .option('--service <name>', 'only this one')
    .option('--json', 'print one JSON object per service and line')
    .action(async ({ service: name, json }: Options) => {
      for (const service of servicesNamed(name)) {
        const verdict = await verify(terminal, service);
        if (!verdict.intact) terminal.exitWith(1);
        terminal.out(json ? JSON.stringify({ service: service.name, ...verdict }) : sentence(service.name, verdict));
      }
    });
}

async function verify({ env }: OperatorTerminal, { name, schema }: Service): Promise<AuditVerdict> {
  const url = required(environmentOf(name, env), 'DATABASE_URL');
  const database = new Database(openPool({ url, schema, applicationName: 'fn', statementTimeoutMs: 600_000 }));
  try {
    return await database.read({ worker: 'audit-verify' }, (tx) => verifyAudit(tx, schema));
  } finally {
    await database.close();
  }
}

function sentence(service: string, verdict: AuditVerdict): string {
  if (verdict.intact) return `${service}: intact, ${verdict.sealed} entries sealed, ${verdict.waiting} waiting`;
  const entry = verdict.entryId === undefined ? '' : `, entry ${verdict.entryId}`;
  const at = verdict.position === undefined ? '' : ` at position ${verdict.position}`;
  return `${service}: BROKEN, ${verdict.kind}${at}${entry}`;
}
