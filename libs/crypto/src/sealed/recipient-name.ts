/** A recipient's name becomes a file name and a part of an address: a short plain word only. */
export function assertRecipientName(recipient: string): void {
  if (!/^[a-z][a-z0-9-]{0,62}$/.test(recipient)) {
    throw new TypeError('A recipient is a service name: lower-case letters, digits and hyphens.');
  }
}
