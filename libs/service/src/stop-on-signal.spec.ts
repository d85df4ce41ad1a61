import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { stopOnSignal } from './stop-on-signal.ts';

describe('stopOnSignal', () => {
  let now: number;
  let happened: string[];
  let program: EventEmitter & { exit(code: number): void };
  let ask: () => void;
  beforeEach(() => {
    now = 5_000;
    happened = [];
    program = Object.assign(new EventEmitter(), { exit: (code: number) => void happened.push(`exit ${code}`) });
    ask = stopOnSignal(
      () => happened.push('stop'),
      program,
      () => now,
    );
  });
  const signal = (name: NodeJS.Signals, afterMs = 0) => {
    now += afterMs;
    program.emit(name, name);
  };

  it('stops once when a terminal, npm and a supervisor all hand on the same Ctrl-C', () => {
    signal('SIGINT');
    signal('SIGINT', 5);
    signal('SIGTERM', 20);
    signal('SIGTERM', 9_000);
    ask();
    expect(happened).toEqual(['stop']);
  });

  it('ends at once on a second Ctrl-C of somebody who will not wait', () => {
    signal('SIGTERM');
    signal('SIGINT', 1_500);
    expect(happened).toEqual(['stop', 'exit 130']);
  });

  it('stops without a signal when it is asked to, and then not again', () => {
    ask();
    signal('SIGTERM');
    expect(happened).toEqual(['stop']);
  });
});
