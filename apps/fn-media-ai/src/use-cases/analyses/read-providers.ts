import type { ProvidersState, Vision } from '../vision.port.ts';

export class ReadProviders {
  constructor(private readonly vision: Pick<Vision, 'providers'>) {}

  async run(): Promise<ProvidersState> {
    return this.vision.providers();
  }
}
