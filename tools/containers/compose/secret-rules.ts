import { perService, unless } from './compose-rule.ts';

const SECRET = /(PASSWORD|SECRET|CREDENTIALS?|TOKEN|PRIVATE_KEY|_KEY)$/;
const LOGIN_WITH_PASSWORD = /:\/\/[^/@\s:]+:[^/@\s]+@/;
/** `fn provision` writes for each service alone; the jobs that do so see all of it. */
const HANDED_OUT = /^for-/;

export const secretRules = [
  perService('no-secret-literal', 'no secret stands in the file', ({ environment, command = [] }) => [
    ...Object.entries(environment).map(([key, value]) =>
      unless(!SECRET.test(key) || value === '', `${key} holds a secret: hand it out by a file`),
    ),
    ...[...Object.values(environment), ...command].map((value) =>
      unless(!LOGIN_WITH_PASSWORD.test(String(value)), 'an address holds a password'),
    ),
  ]),

  perService('own-secrets-only', 'a service sees what was handed out to it, and cannot change it', (service, name) => {
    const all = service.volumes.map((volume) => volume.split(':')).filter(([source = '']) => HANDED_OUT.test(source));
    return all.map(([source = '', target = '', mode]) => {
      const owner = name.replace(/^fn-/, '');
      if (target.startsWith('/var/lib/foundnow/handed-out/')) {
        const isJobOfOurs = service.build?.args.APP === 'fn-cli';
        return unless(isJobOfOurs, `${source} is written by fn alone`);
      }
      return unless(source === `for-${owner}` && mode === 'ro', `${source}:${target} must be for-${owner}:…:ro`);
    });
  }),
];
