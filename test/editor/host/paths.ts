/** Paths. Everything that is installed goes to .vscode-test/, which git ignores. */
import { join, resolve } from 'node:path';

export const ROOT = resolve(__dirname, '../../..');
export const TOOLS = join(ROOT, '.vscode-test');
export const SAMPLES = join(ROOT, 'samples');
export const FIXTURES = join(ROOT, 'test/fixtures/workspace');
export const SUITE_OUT = join(ROOT, 'out/vscode');
export const SUITE_ENTRY = join(SUITE_OUT, 'index.js');
