import { maskPersonalData } from '@foundnow/personal-data';
import type { TextScreen } from '../../use-cases/text-screen.port.ts';

export const personalDataScreen: TextScreen = {
  screen: (written) => maskPersonalData(written).text,
};
