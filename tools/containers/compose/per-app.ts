import type { Problem } from '../../verify/check.ts';
import type { ComposeFile, ComposeService } from './compose-file.ts';
import type { ComposeRule } from './compose-rule.ts';

export function perApp(
  name: string,
  about: string,
  look: (root: string, app: string, service: ComposeService) => Promise<readonly string[]>,
): ComposeRule {
  const problems = async ({ services }: ComposeFile, root: string): Promise<Problem[]> => {
    const all = Object.entries(services).map(async ([where, service]) => {
      const app = service.build?.args.APP;
      const said = app === undefined ? [] : await look(root, app, service);
      return said.map((what) => ({ rule: name, where, what }));
    });
    return (await Promise.all(all)).flat();
  };
  return { name, about, problems };
}
