import type { ObjectStore } from '../src/index.ts';

export interface ObjectStoreHarness {
  readonly store: ObjectStore;
  /** Moves the clock by which addresses are signed and checked. */
  advance(milliseconds: number): void;
  stop(): Promise<void>;
}

export interface Capabilities {
  /** False for an emulator that lets every address through. */
  readonly checksAddresses: boolean;
}
