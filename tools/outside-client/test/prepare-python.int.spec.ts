import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { preparePython } from '../prepare-python.ts';

let cache: string;
beforeAll(() => void (cache = mkdtempSync(join(tmpdir(), 'fn-python-'))));
afterAll(() => rmSync(cache, { recursive: true }));

it.each(['no-python-of-that-name', 'false'])(
  'a machine without a Python that will do (%s) is told what to install',
  async (python) => {
    const prepared = preparePython({ python, cache });
    await expect(prepared).rejects.toThrow(
      'Install Python 3.11 or newer with venv and pip (Debian, Ubuntu: apt install',
    );
    expect(existsSync(cache) && readdirSync(cache)).toEqual([]);
  },
);
