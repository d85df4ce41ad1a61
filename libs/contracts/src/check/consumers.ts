import { fieldsOf } from '../source/avro-type.ts';
import type { Contracts, EventContract } from '../source/contracts.ts';
import { eventsOf, newest } from '../source/contracts.ts';
import type { Problem } from './problem.ts';

/** Every field that a consumer reads is there, and no consumer reads what is sealed for another. */
export function consumers(contracts: Contracts): Problem[] {
  const services = new Set(contracts.topics.map((topic) => topic.owner));
  return eventsOf(contracts).flatMap((event) =>
    Object.entries(event.consumers).flatMap(([service, fields]) => [
      ...(services.has(service) ? [] : [problem(event, service, 'is no service: it owns no topic')]),
      ...fields.flatMap((field) => fieldProblems(event, service, field)),
      ...missedSeals(event, service, fields),
    ]),
  );
}

function fieldProblems(event: EventContract, service: string, path: string): Problem[] {
  const { record, version } = newest(event);
  const found = fieldsOf(record).find((at) => at.path === path);
  if (!found) {
    return [
      problem(
        event,
        service,
        `reads ${path}, which v${version} does not have: bring it back, or change ${service} first`,
      ),
    ];
  }
  const { sealedFor } = found.field;
  return sealedFor === null || sealedFor === service
    ? []
    : [problem(event, service, `reads ${path}, which only ${sealedFor} can open`)];
}

function missedSeals(event: EventContract, service: string, fields: readonly string[]): Problem[] {
  return fieldsOf(newest(event).record)
    .filter((at) => at.field.sealedFor === service)
    .filter((at) => !fields.some((field) => at.path === field || at.path.startsWith(`${field}.`)))
    .map((at) => problem(event, service, `is the only one that can open ${at.path} and does not read it`));
}

function problem(event: EventContract, service: string, detail: string): Problem {
  return { check: 'consumers', where: event.name, detail: `${service} ${detail}`, consumers: [service] };
}
