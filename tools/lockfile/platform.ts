export interface Platform {
  readonly os?: readonly string[];
  readonly cpu: readonly string[];
  readonly libc?: readonly string[];
}

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 's390x', 'riscv64', 'loong64', 'wasm32'];

/** Native packages say in their name where they run: `binding-linux-x64-musl`. Undefined when this one does not. */
export function platformIn(packageName: string): Platform | undefined {
  const words = packageName.slice(packageName.lastIndexOf('/') + 1).split('-');
  const os = words.find((word) => SYSTEMS.includes(word));
  const cpu = words.find((word) => PROCESSORS.includes(word));
  if (cpu === undefined || (os === undefined && cpu !== 'wasm32')) return undefined;
  if (os === undefined) return { cpu: [cpu] };
  const libc = os === 'linux' ? libcIn(words) : undefined;
  return { os: [os], cpu: [cpu], ...(libc === undefined ? {} : { libc: [libc] }) };
}

function libcIn(words: readonly string[]): string | undefined {
  if (words.some((word) => word.startsWith('musl'))) return 'musl';
  return words.some((word) => word.startsWith('gnu')) ? 'glibc' : undefined;
}
