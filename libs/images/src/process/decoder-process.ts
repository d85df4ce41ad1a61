import { DomainError } from '@foundnow/kernel';
import sharp from 'sharp';
import { bytesToDecode, cleanForms, examine } from '../decoding/clean-forms.ts';
import { damaged } from '../refusals.ts';
import { WeightedGate } from '../weighted-gate.ts';
import { type Frame, framesOf, sendFrame } from './frames.ts';
import type { Answer, Order, SentImage } from './order.ts';

/** Memory that all pictures under way may need together; one that needs more is decoded alone. */
const MOST_BYTES = 128_000_000;

// Nothing is read twice, so a cache would only hold memory; two pictures at once use the cores better than two threads
// within one.
sharp.cache(false);
sharp.concurrency(1);

const memory = new WeightedGate(MOST_BYTES);
const { stdin, stdout } = process;

// Ends with the process that asks: its end of the pipe closes, however it went.
for await (const frame of framesOf<Order>(stdin)) void answer(frame);

async function answer({ header: { id, type, limits, encodings }, body }: Frame<Order>): Promise<void> {
  try {
    const facts = await examine(body, type, limits);
    const { original, forms, placeholder } = await memory.run(bytesToDecode(facts), () =>
      cleanForms(body, facts, limits, encodings),
    );
    const images = [{ name: 'original', ...original }, ...forms, { name: 'placeholder', ...placeholder }];
    const sent = images.map(({ bytes, ...image }): SentImage => ({ ...image, length: bytes.length }));
    send(
      { id, images: sent },
      images.map(({ bytes }) => bytes),
    );
  } catch (error) {
    const { code, kind, detail } = error instanceof DomainError ? error : damaged(error);
    send({ id, refusal: { code, kind, detail } });
  }
}

function send(header: Answer, parts?: readonly Buffer[]): void {
  sendFrame(stdout, header, parts);
}
