/** What programs of this machine need to run: where they are, whose cache they use. */
export function programEnvironment(): NodeJS.ProcessEnv {
  // What npm says of the run that it started would be taken for settings by the one that a replay starts.
  const own = Object.entries(process.env).filter(
    ([key]) => !/^(npm_(package|lifecycle|command|config_local)|INIT_CWD)/.test(key),
  );
  return { ...Object.fromEntries(own), npm_config_prefer_offline: 'true' };
}
