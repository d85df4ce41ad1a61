import { Socket } from 'node:net';
import { sendFrame } from '@foundnow/images/frames';
import type { ReadAnswer } from './order.ts';

/** Answers have a pipe of their own: what a library prints must not come between them. */
export const ANSWERS_FD = 3;

export function answering(): (answer: ReadAnswerOf, parts?: readonly Buffer[]) => Promise<void> {
  const pipe = new Socket({ fd: ANSWERS_FD, readable: false, writable: true });
  return (answer, parts) => sendFrame(pipe, { memory: process.memoryUsage.rss(), ...answer }, parts);
}

type ReadAnswerOf = ReadAnswer extends infer Each ? (Each extends ReadAnswer ? Omit<Each, 'memory'> : never) : never;
