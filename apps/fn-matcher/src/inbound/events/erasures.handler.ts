import type { EventMap } from '@foundnow/contracts';
import { OnEvent } from '@foundnow/messaging';
import { Controller } from '@nestjs/common';
import { ErasePerson } from '../../use-cases/privacy/erase-person.ts';

/** Other events wait meanwhile; what takes longer, the worker does. */
const MOST_MS = 5_000;

@Controller()
export class ErasuresHandler {
  constructor(private readonly erasePerson: ErasePerson) {}

  @OnEvent('user.erased')
  async onErased({ userId }: EventMap['user.erased']): Promise<void> {
    await this.erasePerson.run(userId, AbortSignal.timeout(MOST_MS));
  }
}
