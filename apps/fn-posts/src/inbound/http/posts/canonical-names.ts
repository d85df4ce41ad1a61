/** The one spelling of an IANA time zone; null when there is none. Offsets are no zones: they know no summer. */
export const canonicalTimeZone = remembered((name) => {
  if (/^[+-]/.test(name)) return null;
  return attempt(() => new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone);
});

/** The one spelling of a BCP 47 tag; null when it is none, or carries anything beside language, script and region. */
export const canonicalLanguage = remembered((tag) => {
  const locale = attempt(() => new Intl.Locale(tag));
  return locale?.toString() === locale?.baseName ? (locale?.baseName ?? null) : null;
});

function attempt<T>(make: () => T): T | null {
  try {
    return make();
  } catch {
    return null;
  }
}

/** The runtime builds a whole formatter to answer (80 µs). Bounded, because the names come from outside. */
function remembered(ask: (name: string) => string | null, most = 2000): (name: string) => string | null {
  const known = new Map<string, string>();
  return (name) => {
    const answer = known.get(name) ?? ask(name);
    if (answer !== null && known.size < most) known.set(name, answer);
    return answer;
  };
}
