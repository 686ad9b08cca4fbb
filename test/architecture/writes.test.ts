/** Files are written in few places: each other call would bypass what is promised of a written file. */

import assert from 'node:assert/strict';
import ts from 'typescript';
import { nodes, shipped } from './sources';

/** The files that may write, and what. */
const writers: Readonly<Record<string, string>> = {
	'server/src/writing/stageFile.ts': 'whole files on the disk',
	'client/src/ui/fileWriter.ts': 'files through other file systems',
	'client/src/import/backup.ts': 'decisions on an import, where VS Code keeps its backups',
	'client/src/node/diskCheck.ts': 'temporary settings for the command line, with no student data',
	'client/src/commands/renameFile.ts': 'a new name, by an edit of the workspace',
	'client/src/commands/bulk/moveToRoster.ts': 'a file moved to the trash, if the person agrees',
};

/** Calls that write, rename or delete a file, of Node and of VS Code. */
const calls =
	/^(appendFile|copy|copyFile|createFile|createWriteStream|delete|deleteFile|rename|renameFile|rm|truncate|unlink|write|writev|writeFile)(Sync)?$/;
/** What they are called on: other objects have methods of these names too. */
const owners = /^(disk|edit|fs|fsPromises|handle|promises)$/;

/** The name of a call that touches a file; undefined for any other node. */
function writingCall(node: ts.Node): string | undefined {
	if (!ts.isCallExpression(node)) return undefined;
	const { expression } = node;
	if (ts.isIdentifier(expression)) return /^(rm|unlink|writeFile)(Sync)?$/.exec(expression.text)?.[0];
	if (!ts.isPropertyAccessExpression(expression)) return undefined;
	const owner = expression.expression;
	const name = ts.isPropertyAccessExpression(owner)
		? owner.name.text
		: ts.isIdentifier(owner)
			? owner.text
			: '';
	return owners.test(name) && calls.test(expression.name.text) ? expression.name.text : undefined;
}

describe('files on the disk', () => {
	it('are written, renamed and deleted in these places only', () => {
		const found = shipped
			.filter(({ tree }) => [...nodes(tree)].some((node) => writingCall(node) !== undefined))
			.map(({ path }) => path);
		assert.deepEqual(found.sort(), Object.keys(writers).sort());
	});
});
