import { describe, expect, it } from '@jest/globals';
import { saysTheSame } from './compare-answers.ts';

const says = (expected: string, given: string) => saysTheSame(expected, given, { cells: 0 });

describe('an answer says the same as what was expected', () => {
  it.each([
    ['A drawing of a giraffe', 'giraffe drawing'],
    ['A drawing of a giraffe', 'It is a drawing of a girafe'],
    ['Rotes Herz', 'rotes herz!'],
    ['corazón rojo', 'CORAZON ROJO'],
    ['Straße', 'strasse'],
    ['4711 2200', '47112200'],
    ['AB-12 34', 'ab1234'],
    ['two keys', '2 keys'],
    ['zwei Schlüssel', '2 schluessel'],
    ['15 cm', '15 centimetres'],
    ['20 €', '20 euros'],
    ['María García López', 'maria garcia'],
    ['la', 'La'],
    ["my dog's name: Rex", 'dogs name rex'],
    ['+49 171 5550100', '+49 (171) 555-0100'],
  ])('%s: %s', (expected, given) => {
    expect(says(expected, given)).toBe(true);
  });

  it.each([
    ['blue', 'red'],
    ['blue', 'red blue green'],
    ['blue', ''],
    ['', ''],
    ['4711', '4712'],
    ['4711', '47'],
    ['two keys', 'keys'],
    ['two keys', '3 keys'],
    ['María García López', 'maria'],
    ['A drawing of a giraffe', 'a drawing'],
    ['A drawing of a giraffe', 'it has a in of the'],
    ['Rex', 'Max'],
    ['AB-12 34', 'ab1235'],
  ])('and not %s: %s', (expected, given) => {
    expect(says(expected, given)).toBe(false);
  });
});
