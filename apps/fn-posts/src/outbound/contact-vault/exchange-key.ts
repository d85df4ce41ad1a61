/** The name of the data key of one exchange, beside those of people. */
export function keyOfExchange(exchangeId: string): string {
  return `contact-exchange/${exchangeId}`;
}
