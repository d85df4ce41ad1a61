/** Why a broker cannot be had here. The message is one sentence; `fix` says what to do about it. */
export class BrokerStartError extends Error {
  override readonly name = 'BrokerStartError';

  constructor(
    message: string,
    readonly fix = '',
    options?: { cause?: unknown },
  ) {
    super(`${message} ${fix}`.trim(), options);
  }
}

export type Progress = (message: string) => void;
