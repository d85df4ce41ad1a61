import type { ContactExchange } from '../../domain/contact-exchange/contact-exchange.ts';
import type { ContactDecision, ContactPart } from './contact-store.port.ts';

/** Permission before precondition, as with posts. */
export function assertPart(exchange: ContactExchange, { by, side, expected }: ContactPart): void {
  exchange.assertSide(side, by.userId);
  expected.assertCurrent(exchange.state.version);
}

export function admittedPart(part: ContactPart, decide: ContactDecision): ContactDecision {
  return (exchange) => {
    assertPart(exchange, part);
    return decide(exchange);
  };
}
