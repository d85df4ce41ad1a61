import { type AuditVerdict, verifyAudit } from '@foundnow/postgres';
import { Command } from 'commander';
import { servicesNamed } from '../services.ts';
import { withServiceDatabase } from '../with-service-database.ts';
import type { OperatorTerminal } from '@foundnow/service';

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
        const { schema } = service;
        const verdict = await withServiceDatabase(terminal, service, 'read', (tx) => verifyAudit(tx, schema));
        if (!verdict.intact) terminal.exitWith(1);
        terminal.out(json ? JSON.stringify({ service: service.name, ...verdict }) : sentence(service.name, verdict));
      }
    });
}

function sentence(service: string, verdict: AuditVerdict): string {
  if (verdict.intact) return `${service}: intact, ${verdict.sealed} entries sealed, ${verdict.waiting} waiting`;
  const entry = verdict.entryId === undefined ? '' : `, entry ${verdict.entryId}`;
  const at = verdict.position === undefined ? '' : ` at position ${verdict.position}`;
  return `${service}: BROKEN, ${verdict.kind}${at}${entry}`;
}
