const TIMEOUT_MS = 5000;
const MAX_CHARACTERS = 256 * 1024;

/** The text of a key set at an address; of one that is too large or too slow no more is read than may be. */
export async function fetchJwks(address: string): Promise<string> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const response = await fetch(address, { signal, redirect: 'error', headers: { accept: 'application/json' } });
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    throw new Error(`The key set answered with status ${response.status}.`);
  }
  let text = '';
  for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
    text += part;
    if (text.length > MAX_CHARACTERS) throw new Error('The key set is too large.');
  }
  return text;
}
