import type { VisionAnswer, VisionProvider, VisionQuestion } from '../../src/use-cases/vision-provider.port.ts';
import { aFinding } from '../vision-question.builder.ts';

type Act = VisionAnswer | Error | 'silence';

/** Does what it was told, one act an attempt, and answers well when it was told nothing more. */
export class ScriptedProvider implements VisionProvider {
  readonly acts: Act[] = [];
  readonly signals: AbortSignal[] = [];
  estimate = 1_000;
  closed = false;

  constructor(
    readonly name = 'scripted',
    readonly model = 'model-1',
    readonly promptVersion: string | null = 'p1',
  ) {}

  get attempts(): number {
    return this.signals.length;
  }

  estimateMicros(): number {
    return this.estimate;
  }

  async look(_question: VisionQuestion, signal: AbortSignal): Promise<VisionAnswer> {
    this.signals.push(signal);
    const act = this.acts.shift() ?? anAnswer();
    if (act === 'silence') return new Promise(() => undefined);
    if (act instanceof Error) throw act;
    return act;
  }

  async close(): Promise<void> {
    this.closed = true;
  }
}

export function anAnswer(costMicros = 400): VisionAnswer {
  return { finding: aFinding(), costMicros, withheld: [] };
}
