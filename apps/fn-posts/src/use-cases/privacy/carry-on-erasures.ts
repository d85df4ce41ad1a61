import type { Clock } from '@foundnow/kernel';
import type { ErasePerson } from './erase-person.ts';
import type { Erasures } from './erasures.port.ts';

const AT_ONCE = 100;
const ALL = new Date(0);
/** As long as a key of a request is remembered, and longer than anything that was under way. */
const RECENT_MS = 48 * 3_600_000;

/** What was cut short, and what came back: with a backup, or with something that was under way. */
export class CarryOnErasures {
  constructor(
    private readonly erasures: Pick<Erasures, 'reopen' | 'list'>,
    private readonly erasePerson: Pick<ErasePerson, 'carryOn'>,
    private readonly clock: Clock,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  /**
   * Looks for all who were ever erased: before anybody is answered after a restore. From then on nobody is shown anything
   * of theirs, so that what takes longer than `mostMs` may be left to the worker.
   */
  async runAll(mostMs: number): Promise<void> {
    await this.erasures.reopen(ALL);
    await this.carryOn(AbortSignal.timeout(mostMs));
  }

  async run(signal?: AbortSignal): Promise<void> {
    await this.erasures.reopen(new Date(this.clock.now().getTime() - RECENT_MS));
    await this.carryOn(signal);
  }

  private async carryOn(signal?: AbortSignal): Promise<void> {
    const query = { since: ALL, onlyOpen: true, limit: AT_ONCE };
    for (let page = await this.erasures.list({ ...query, after: null }); page.length > 0;) {
      for (const { personId } of page) {
        // She is shown to nobody; that she is in trouble keeps nobody else waiting, nor the service from starting.
        await this.erasePerson.carryOn(personId, signal).catch(this.onTrouble);
      }
      if (page.length < AT_ONCE || signal?.aborted === true) return;
      page = await this.erasures.list({ ...query, after: page.at(-1) ?? null });
    }
  }
}
