export default async function globalTeardown() {
  const { closeTestServer } = await import('./test-server.ts');
  await closeTestServer();
}
