import { type Check, judged } from '../check.ts';
import { runCommand } from '../run-command.ts';

export const format: Check = {
  name: 'format',
  about: 'every file is formatted by oxfmt (repair: npm run format)',
  async run(repository) {
    const { code, stdout, stderr } = await runCommand(repository, 'oxfmt', ['--list-different', '.']);
    const files = stdout.split('\n').filter((line) => line.trim() !== '');
    const problems = files.map((where) => ({ rule: 'formatted', where, what: 'run: npm run format' }));
    if (code !== 0 && files.length === 0) {
      problems.push({ rule: 'formatted', where: '.oxfmtrc.json', what: stderr.trim() || `oxfmt ended with ${code}` });
    }
    return judged(problems, files.length === 0 ? 'nothing to change' : `${files.length} files to format`);
  },
};
