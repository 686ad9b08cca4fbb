import assert from 'node:assert/strict';
import ts from 'typescript';
import { client, type SourceFile, server, shipped } from './sources';

/** The names that a file declares and exports itself; what it passes on from another file is not among them. */
function exportedNames({ tree }: SourceFile): readonly string[] {
	return tree.statements.flatMap((statement) => {
		const isExported =
			ts.canHaveModifiers(statement) &&
			ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
		if (!isExported) return [];
		if (ts.isVariableStatement(statement)) {
			return statement.declarationList.declarations.map(({ name }) => name.getText(tree));
		}
		const { name } = statement as ts.DeclarationStatement;
		return name ? [name.getText(tree)] : [];
	});
}

/** The same name may stand for a palette command and for the server's function behind it. */
const isCommand = ({ path }: SourceFile): boolean => path.startsWith('client/src/commands/');
/** Two hosts of one client; constants that are generated from their declaration. */
const isTwin = ({ path }: SourceFile): boolean =>
	/^client\/src\/(node|browser)\/main\.ts$|\.generated\.ts$/.test(path);

describe('exported names', () => {
	it('are declared once', () => {
		const places = new Map<string, SourceFile[]>();
		for (const file of [...client, ...server].filter((each) => !isTwin(each))) {
			for (const name of new Set(exportedNames(file))) {
				places.set(name, [...(places.get(name) ?? []), file]);
			}
		}
		const twice = [...places].filter(([, files]) => {
			const commands = files.filter(isCommand);
			return commands.length > 1 || files.length - commands.length > 1;
		});
		assert.deepEqual(
			twice.map(([name, files]) => `${name}: ${files.map(({ path }) => path).join(', ')}`),
			[],
		);
	});
});

describe('commas', () => {
	it('separate fields in csv/ only', () => {
		// CSV is split, joined and scanned in one room; all others ask it.
		const splits = /\.(split|join|indexOf|lastIndexOf|includes)\((['"`]),\2|\b(=== 44|COMMA)\b/;
		const found = shipped.filter(
			({ path, text }) => !path.startsWith('server/src/csv/') && splits.test(text),
		);
		assert.deepEqual(
			found.map(({ path }) => path),
			[],
		);
	});
});
