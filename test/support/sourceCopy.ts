import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '../editor/host/cleanup';
import { ROOT } from '../editor/host/paths';

/** Everything that builds, generates, and runs the command line and the server. */
const COPIED = [
	'client',
	'server',
	'esbuild.mjs',
	'package.json',
	'tsconfig.json',
	'test/cli/support.ts',
	'test/editor/host',
	'test/server/client.ts',
	'test/server/standard',
	'test/support',
];

const load = createRequire(__filename);

/** The project's sources in a folder of their own, where a test adds to them as a contributor would. */
export class SourceCopy {
	readonly root = temporaryFolder().path;

	constructor() {
		for (const path of COPIED) cpSync(join(ROOT, path), join(this.root, path), { recursive: true });
		symlinkSync(join(ROOT, 'node_modules'), join(this.root, 'node_modules'), 'junction');
	}

	/** Writes a new file. */
	add(path: string, text: string): void {
		mkdirSync(dirname(join(this.root, path)), { recursive: true });
		writeFileSync(join(this.root, path), text);
	}

	/** Puts text after the only place where a file has `anchor`. */
	insert(path: string, anchor: string, text: string): void {
		const parts = readFileSync(join(this.root, path), 'utf8').split(anchor);
		assert.equal(parts.length, 2, `${path} has ${JSON.stringify(anchor)} once`);
		writeFileSync(join(this.root, path), parts.join(anchor + text));
	}

	/** A module of the copy by its path from the root. To be called once everything is added. */
	module<T>(path: string): T {
		return load(join(this.root, path)) as T;
	}
}
