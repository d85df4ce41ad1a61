/** The address of a running fake-gcs-server, when somebody brought one. */
export function gcsEmulator(): string | undefined {
  return process.env['FN_GCS_EMULATOR'] || undefined;
}
