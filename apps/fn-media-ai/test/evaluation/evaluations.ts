import { evaluateCodes } from './codes.ts';
import { evaluateColors } from './colors.ts';
import { evaluateGate } from './gate.ts';
import type { Evaluation } from './measurement.ts';
import { evaluatePersonal } from './personal.ts';
import { evaluateSpeed } from './speed.ts';
import { evaluateText } from './text.ts';

export const EVALUATIONS: Readonly<Record<string, Evaluation>> = {
  colors: evaluateColors,
  codes: evaluateCodes,
  gate: evaluateGate,
  text: evaluateText,
  personal: evaluatePersonal,
  speed: evaluateSpeed,
};
