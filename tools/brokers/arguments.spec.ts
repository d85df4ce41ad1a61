import { describe, expect, it } from '@jest/globals';
import { HELP, parseArguments } from './arguments.ts';
import { BROKERS } from './broker-kinds.ts';

describe('the arguments of with-broker', () => {
  it('are a broker, its options, and a command with options of its own', () => {
    const args = ['kafka', '--data', 'd', '--nodes', '3', '--', 'npm', 'test', '--', '--nodes', '--help'];
    expect(parseArguments(args)).toEqual({
      kind: 'kafka',
      data: 'd',
      nodes: 3,
      port: undefined,
      command: ['npm', 'test', '--', '--nodes', '--help'],
    });
  });

  it.each(Object.keys(BROKERS))('may name %s, which the help explains', (kind) => {
    expect(parseArguments([kind, '--', 'true'])?.kind).toBe(kind);
    expect(HELP).toContain(`\n  ${kind} `);
  });

  it('may ask for help', () => {
    expect(parseArguments(['--help'])).toBeUndefined();
  });

  it.each([
    [[], /name one broker: kafka or pubsub/],
    [['rabbit', '--', 'true'], /name one broker/],
    [['toString', '--', 'true'], /name one broker/],
    [['kafka', 'pubsub', '--', 'true'], /name one broker/],
    [['kafka'], /command to run after --/],
    [['kafka', '--'], /command to run after --/],
    [['kafka', '--nodes', 'two', '--', 'true'], /--nodes takes a whole number from 1 to 9/],
    [['kafka', '--port', '70000', '--', 'true'], /--port takes a whole number/],
    [['kafka', '--color', '--', 'true'], /color/],
  ])('are refused when they are %j', (args, why) => {
    expect(() => parseArguments(args)).toThrow(why);
  });
});
