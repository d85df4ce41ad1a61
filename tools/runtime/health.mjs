// HEALTHCHECK of every image: there is no curl in it, and Node is there anyway.
const [address] = process.argv.slice(2);
try {
  const answer = await fetch(address, { signal: AbortSignal.timeout(3000) });
  if (!answer.ok) {
    process.stderr.write(`${address} answered ${answer.status}\n`);
    process.exitCode = 1;
  }
} catch (error) {
  process.stderr.write(`${address} did not answer: ${error.cause?.code ?? error.name}\n`);
  process.exitCode = 1;
}
