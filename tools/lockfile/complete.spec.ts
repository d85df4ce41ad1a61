import { describe, expect, it } from '@jest/globals';
import { complete } from './complete.ts';
import { platformIn } from './platform.ts';

describe('the platform in the name of a native package', () => {
  it.each([
    ['@swc/core-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
    ['@nx/nx-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['@nx/nx-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
    ['@oxlint/binding-android-arm-eabi', { os: ['android'], cpu: ['arm'] }],
    ['@nx/nx-win32-x64-msvc', { os: ['win32'], cpu: ['x64'] }],
    ['@oxfmt/binding-wasm32-wasi', { cpu: ['wasm32'] }],
    ['fsevents', undefined],
  ])('%s', (name, platform) => {
    expect(platformIn(name)).toEqual(platform);
  });
});

describe('completing the lockfile', () => {
  const core = {
    version: '1.0.0',
    license: 'MIT',
    dev: true,
    optionalDependencies: { 'core-linux-x64-gnu': '1.0.0', 'core-darwin-arm64': '1.0.0', fsevents: '2.3.3' },
  };
  const here = { version: '1.0.0', integrity: 'sha512-x', optional: true };
  const lockfile = {
    lockfileVersion: 3,
    packages: { '': {}, 'node_modules/core': core, 'node_modules/core-linux-x64-gnu': here },
  };

  it('adds what other platforms need, in the order that npm keeps', () => {
    const { added, lockfile: completed } = complete(lockfile);
    expect(added).toEqual(['node_modules/core-darwin-arm64']);
    expect(Object.keys(completed.packages)).toEqual([
      '',
      'node_modules/core',
      'node_modules/core-darwin-arm64',
      'node_modules/core-linux-x64-gnu',
    ]);
    expect(completed.packages['node_modules/core-darwin-arm64']).toEqual({
      version: '1.0.0',
      os: ['darwin'],
      cpu: ['arm64'],
      dev: true,
      license: 'MIT',
      optional: true,
    });
  });

  it('finds nothing to add the second time', () => {
    expect(complete(complete(lockfile).lockfile).added).toEqual([]);
  });

  it('sees a package that is nested under the one that names it', () => {
    const nested = {
      lockfileVersion: 3,
      packages: {
        'node_modules/a/node_modules/core': { version: '1.0.0', optionalDependencies: { 'core-linux-x64': '1.0.0' } },
        'node_modules/a/node_modules/core-linux-x64': here,
      },
    };
    expect(complete(nested).added).toEqual([]);
  });
});
