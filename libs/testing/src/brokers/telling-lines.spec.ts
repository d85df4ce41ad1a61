import { describe, expect, it } from '@jest/globals';
import { tellingLines } from './telling-lines.ts';

describe('tellingLines', () => {
  it('finds the error between settings and the stack', () => {
    const said = [
      '\tnum.io.threads = 8',
      'Exception in thread "main" ConfigException: Invalid value many for num.io.threads',
      '\tat kafka.ErrorHandler.main(ErrorHandler.java:1)',
      '\tssl.error: = null',
    ];
    expect(tellingLines(said.join('\n'))).toBe(said[1]);
  });

  it('hands back the last words where nothing looks like an error', () => {
    expect(tellingLines('one\ntwo\nthree\nfour\n')).toBe('two\nthree\nfour');
  });
});
