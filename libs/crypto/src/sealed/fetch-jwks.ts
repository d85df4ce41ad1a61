const TIMEOUT_MS = 5000;
const MAX_CHARACTERS = 256 * 1024;

export async function fetchJwks(address: string): Promise<string> {
  const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
  if (!response.ok || response.body === null) throw new Error(`The key set answered with status ${response.status}.`);
  let text = '';
  for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
    text += part;
    if (text.length > MAX_CHARACTERS) throw new Error('The key set is too large.');
  }
  return text;
}
