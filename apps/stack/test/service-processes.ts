import { execFileSync } from 'node:child_process';

/** The processes of services below the stack, by service: what the system says, not what the stack says. */
export function serviceProcesses(stackPid: number): ReadonlyMap<string, number[]> {
  const listed = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const found = listed.split('\n').flatMap((line) => {
    const [, pid, parent, name] = /^\s*(\d+)\s+(\d+)\s.*apps\/(fn-[\w-]+)\/src\/main\.ts/.exec(line) ?? [];
    return name !== undefined && Number(parent) === stackPid ? [{ name, pid: Number(pid) }] : [];
  });
  const byName = Map.groupBy(found, ({ name }) => name);
  return new Map([...byName].map(([name, all]) => [name, all.map(({ pid }) => pid)]));
}

/** The names of the variables that a process was started with. */
export function environmentOf(pid: number): string[] {
  const told = execFileSync('ps', ['eww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  return [...told.matchAll(/(?<= )([A-Z_]+)=/g)].map(([, name = '']) => name);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
