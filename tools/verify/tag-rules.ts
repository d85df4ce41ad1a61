/** What a project of one type may import, by the type of the other. Nothing else is allowed. */
export const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'type:kernel': [],
  'type:lib': ['type:kernel', 'type:lib'],
  'type:app': ['type:kernel', 'type:lib'],
  'type:composition': ['type:kernel', 'type:lib', 'type:app', 'type:composition'],
  'type:e2e': ['type:kernel', 'type:lib', 'type:composition'],
  'type:tool': ['type:kernel', 'type:lib'],
  'type:bench': ['type:kernel', 'type:lib', 'type:composition', 'type:tool'],
};

/** Where a project of each type lives; a project elsewhere is refused. */
export const HOMES: Readonly<Record<string, RegExp>> = {
  'type:kernel': /^libs\/kernel$/,
  'type:lib': /^libs\/[^/]+$/,
  'type:app': /^apps\/fn-[^/]+$/,
  'type:composition': /^apps\/(stack|fn-cli)$/,
  'type:e2e': /^apps\/[^/]+-e2e$/,
  'type:tool': /^tools$/,
  'type:bench': /^bench$/,
};
