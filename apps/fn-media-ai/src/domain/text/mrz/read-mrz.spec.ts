import { describe, expect, it } from '@jest/globals';
import { machineReadable } from './mrz-lines.ts';
import { readMrz } from './read-mrz.ts';

const read = (lines: readonly string[]) => readMrz(lines.flatMap((line) => machineReadable(line) ?? []));

describe('a machine-readable zone', () => {
  it('of a passport (TD3) gives number, dates and name', () => {
    const zone = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
    expect(read(zone)).toEqual({
      number: 'L898902C3',
      birthDate: '740812',
      expiry: '120415',
      name: 'ANNA MARIA ERIKSSON',
    });
  });

  it('of an older card (TD2) gives the same', () => {
    const zone = ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'];
    expect(read(zone)).toMatchObject({ number: 'D23145890', birthDate: '740812', name: 'ANNA MARIA ERIKSSON' });
  });

  it('of a card of today (TD1) has its name in the third line', () => {
    const zone = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];
    expect(read(zone)).toMatchObject({ number: 'D23145890', birthDate: '740812', name: 'ANNA MARIA ERIKSSON' });
  });

  it('is understood when a reader takes digits for letters and fillers for L and K', () => {
    const zone = ['P<UTOERIKSSON<<ANNA<<<LLLLLLLLLLLLLLKK', 'L898902C36UT074O8122F12O4I59ZE184226B<<'];
    expect(read(zone)).toMatchObject({
      number: 'L898902C3',
      birthDate: '740812',
      expiry: '120415',
      name: 'ANNA ERIKSSON',
    });
  });

  it('vouches for nothing whose check digit is wrong', () => {
    const zone = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C37UTO7408123F1204159ZE184226B<<<<<10'];
    expect(read(zone)).toMatchObject({ number: null, birthDate: null });
  });

  it.each(['Made in Portugal of the finest leather there is', 'SN 1234567890', '<<< open here'])(
    'is nothing like "%s"',
    (line) => {
      expect(machineReadable(line)).toBeNull();
    },
  );
});
