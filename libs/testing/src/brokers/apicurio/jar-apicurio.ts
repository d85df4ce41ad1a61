import { join } from 'node:path';
import { GuardedProcess } from '../guarded-process.ts';
import { findJava } from '../java.ts';
import { mavenFolder } from '../maven-folder.ts';
import { versionIn } from '../pom-version.ts';
import type { ProgramSearch, ProgramSource } from '../program.port.ts';

const POM = new URL('pom.xml', import.meta.url);
const VERSION = versionIn(POM, 'apicurio-registry-app');
const NAME = `apicurio-registry-${VERSION}`;
const FLAGS = ['-Xms64m', '-Xmx384m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

export async function jarApicurio({ env, onProgress }: ProgramSearch): Promise<ProgramSource> {
  const found = await findJava(env);
  if ('problem' in found) return found;
  const home = await mavenFolder({ name: NAME, pom: POM, goal: 'unpack', env, onProgress });
  const program = ['-jar', join(home, `apicurio-registry-app-${VERSION}-runner.jar`)];
  return {
    name: NAME,
    launch(port, folder) {
      const listen = ['-Dquarkus.http.host=127.0.0.1', `-Dquarkus.http.port=${port}`];
      return new GuardedProcess({
        command: [found.java, ...FLAGS, ...listen, ...program],
        env,
        cwd: folder,
        logFile: join(folder, 'server.log'),
        trash: folder,
      });
    },
  };
}
