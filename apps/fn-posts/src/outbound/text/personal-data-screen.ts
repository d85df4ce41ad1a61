import { maskPersonalData } from '@foundnow/personal-data';
import type { TextScreen } from '../../use-cases/posts/text-screen.port.ts';

export const personalDataScreen: TextScreen = {
  screen(written) {
    const { text, found } = maskPersonalData(written);
    return { text, masked: [...new Set(found.map(({ kind }) => kind))] };
  },
};
