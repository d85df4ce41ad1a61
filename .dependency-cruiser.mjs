// Boundaries between folders. Project against project is said once more by the Nx tags (tools/verify/tag-rules.ts).
// Each rule has a file that breaks it in tools/verify/fixtures/boundaries, and a spec that expects exactly that.

const SPEC = String.raw`\.spec\.ts$`;
const TEST_CODE = String.raw`(\.spec|\.conformance)\.ts$|/test/|^libs/testing/`;
const COMPOSITION = '^apps/(stack|fn-cli)/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'A cycle has no order in which it can be understood. Move what both need into a third file.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'domain-knows-only-kernel',
      comment:
        'domain/ imports its own folder, @foundnow/kernel and the arithmetic of h3-js: no framework, no ORM, no clock, no other lib.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/src/domain/', pathNot: SPEC },
      to: { pathNot: ['^apps/$1/src/domain/', '^libs/kernel/', '^node_modules/h3-js/'] },
    },
    {
      name: 'use-cases-know-only-domain',
      comment: 'use-cases/ imports domain/, itself and @foundnow/kernel; from other libs types only (ports).',
      severity: 'error',
      from: { path: '^apps/([^/]+)/src/use-cases/', pathNot: SPEC },
      to: {
        pathNot: ['^apps/$1/src/(domain|use-cases)/', '^libs/kernel/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'inbound-never-meets-outbound',
      comment: 'inbound/ calls a use case; only the *.module.ts of the app know which adapter stands behind it.',
      severity: 'error',
      from: { path: '^apps/[^/]+/src/inbound/', pathNot: SPEC },
      to: { path: '^apps/[^/]+/src/outbound/' },
    },
    {
      name: 'outbound-never-meets-inbound',
      comment: 'outbound/ implements ports; it does not know who calls.',
      severity: 'error',
      from: { path: '^apps/[^/]+/src/outbound/', pathNot: SPEC },
      to: { path: '^apps/[^/]+/src/inbound/' },
    },
    {
      name: 'only-app-module-binds',
      comment:
        'src/app.module.ts, with the src/<feature>.module.ts that it joins, is all that imports inbound/ and outbound/ (rows, which only name tables, aside).',
      severity: 'error',
      from: {
        path: '^apps/[^/]+/src/',
        pathNot: [SPEC, '^apps/[^/]+/src/(inbound|outbound)/', '^apps/[^/]+/src/[^/]+\\.module\\.ts$'],
      },
      to: {
        path: '^apps/[^/]+/src/(inbound|outbound)/',
        pathNot: String.raw`/outbound/postgres/.*\.row\.ts$`,
      },
    },
    {
      name: 'services-never-meet',
      comment: 'Services meet in events only. stack and fn-cli (type:composition) are the ones that import services.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: COMPOSITION },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-never-know-apps',
      comment: 'A lib has no business words; whatever it needs from an app is passed in.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'kernel-imports-nothing',
      comment: 'Everything stands on kernel, so kernel stands on nothing.',
      severity: 'error',
      from: { path: '^libs/kernel/src/', pathNot: SPEC },
      to: { pathNot: '^libs/kernel/src/' },
    },
    {
      name: 'source-never-imports-tests',
      comment: 'What ships does not import specs, fakes, builders or @foundnow/testing.',
      severity: 'error',
      from: { path: '^(apps|libs)/[^/]+/(src|migrations)/', pathNot: TEST_CODE },
      to: { path: TEST_CODE },
    },
    {
      name: 'projects-meet-by-package-name',
      comment: 'A relative path that leaves its project goes round the exports of the other. Import @foundnow/<lib>.',
      severity: 'error',
      from: { path: '^((?:apps|libs)/[^/]+|tools|bench)/' },
      to: {
        path: '^(apps|libs|tools|bench)/',
        pathNot: '^$1/',
        dependencyTypes: ['local'],
        dependencyTypesNot: ['aliased-workspace'],
      },
    },
    {
      name: 'only-exported-paths',
      comment: 'The file does not exist, or the package does not export it.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'declared-dependencies-only',
      comment:
        'An npm package that is not in the root package.json is there by accident. (@jest/globals comes with jest.)',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], pathNot: ['^(apps|libs)/', '/@jest/globals/'] },
    },
    {
      name: 'source-uses-production-dependencies',
      comment: 'What ships may not need a devDependency. Move it to dependencies.',
      severity: 'error',
      from: { path: '^(apps|libs)/[^/]+/(src|migrations)/', pathNot: TEST_CODE },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/fixtures/', '/generated/.*\\.json$'] },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.cjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['main', 'types'],
    },
  },
};
