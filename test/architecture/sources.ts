/** The sources, for the tests of the floor plan. */

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

export const root = join(__dirname, '../..');

export interface SourceFile {
	/** From the root, with `/` between folders. */
	readonly path: string;
	readonly text: string;
	readonly lines: number;
	/** Files of ours as paths, without their ending; all else as it is written. */
	readonly imports: readonly string[];
	readonly tree: ts.SourceFile;
}

function read(folder: string): SourceFile[] {
	return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
		.map((entry) => {
			const path = relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/');
			const text = readFileSync(join(root, path), 'utf8');
			const imports = ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName);
			return {
				path,
				text,
				lines: text.replace(/\n$/, '').split('\n').length,
				imports: imports.map((name) => (name.startsWith('.') ? join(dirname(path), name) : name)),
				tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest),
			};
		});
}

export const client = read('client');
export const server = read('server');
export const release = read('.ci');
const tests = [...read('test'), ...read('bench'), ...release];
/** What is bundled: without generators and tests. */
export const shipped = [...client, ...server.filter(({ path }) => path.startsWith('server/src/'))];
export const all = [...client, ...server, ...tests];

/** Every node of a tree. */
export function* nodes(node: ts.Node): Iterable<ts.Node> {
	yield node;
	const children: ts.Node[] = [];
	ts.forEachChild(node, (child) => void children.push(child));
	for (const child of children) yield* nodes(child);
}
