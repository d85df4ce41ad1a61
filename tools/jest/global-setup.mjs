import '../runtime/register.mjs';

export default async function globalSetup() {
  const { openTestServer } = await import('./test-server.ts');
  await openTestServer();
}
