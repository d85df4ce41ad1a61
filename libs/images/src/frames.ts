/** How a process that reads pictures is spoken with; loads no decoder. */
export { fromStream } from './process/exactly.ts';
export { type Frame, framesOf, sendFrame } from './process/frames.ts';
