import { appConfig, keysIn, keysOfCommandLine } from './app-config.ts';
import { type ComposeRule, perService, unless } from './compose-rule.ts';
import { perApp } from './per-app.ts';

/** The image gives these; a service is reached where its HEALTHCHECK looks. */
const GIVEN_BY_IMAGE = { HOST: '0.0.0.0', PORT: '8080' };

export const variableRules: readonly ComposeRule[] = [
  perService('variables-have-defaults', 'docker compose up needs no file of variables', (service) => [
    unless(!JSON.stringify(service).includes('${'), 'uses a variable without a default: write :- and a value'),
  ]),

  perApp(
    'variables-known',
    "every variable of a service is a key of its app's config.ts (fn: of any, or of its README)",
    async (root, app, { environment }) => {
      const config = await appConfig(root, app);
      const known = config === undefined ? await keysOfCommandLine(root, app) : new Set(keysIn(config));
      const unknown = Object.keys(environment).filter((key) => !known.has(key));
      return unknown.map((key) => `${key} is read by no config.ts of ${app}`);
    },
  ),

  perApp(
    'variables-given',
    "every key that an app's config.ts demands is given, and each value is one that it takes",
    async (root, app, { environment }) => {
      const config = await appConfig(root, app);
      const given = Object.entries(environment).filter(([, value]) => value !== '');
      const env = { ...GIVEN_BY_IMAGE, ...Object.fromEntries(given.map(([key, value]) => [key, String(value)])) };
      const issues = config?.schemas.flatMap((schema) => schema.safeParse(env).error?.issues ?? []) ?? [];
      const refused = new Set(issues.map(({ path: [key] }) => String(key)));
      return [...refused]
        .filter((key) => config?.handedOut.has(key) === false)
        .map((key) => (key in env ? `the value of ${key} is not one that ${app} takes` : `${app} demands ${key}`));
    },
  ),
];
