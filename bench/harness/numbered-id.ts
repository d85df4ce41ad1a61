const FRONT = '00000000-0000-7000-8000-';

/** The n-th of many ids, as the key of an event must be one. */
export function numberedId(n: number): string {
  return FRONT + n.toString(16).padStart(12, '0');
}

export function numberOfId(id: string): number {
  return Number.parseInt(id.slice(FRONT.length), 16);
}
