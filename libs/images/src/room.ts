/**
 * Room for one file, in pages of its own: what malloc is given back it may keep, and what is left to the garbage
 * collector lies there for long. Either was measured to double the memory of the process.
 */
export function takeRoom(length: number): Buffer {
  return Buffer.from(new ArrayBuffer(length, { maxByteLength: length }));
}

/** Lets go of the memory now. Whoever still looks at it finds nothing, never what another took in its place. */
export function giveBack({ buffer }: Buffer): void {
  if (!(buffer instanceof ArrayBuffer)) return;
  if (buffer.resizable) buffer.resize(0);
  else buffer.transfer(0);
}
