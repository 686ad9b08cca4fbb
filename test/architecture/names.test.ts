import assert from 'node:assert/strict';
import ts from 'typescript';
import { client, type SourceFile, server, shipped } from './sources';

/** What a file declares and exports itself; what it passes on from another file is not among it. */
function exportsOf({ tree }: SourceFile): readonly ts.Statement[] {
	return tree.statements.filter(
		(statement) =>
			ts.canHaveModifiers(statement) &&
			ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
	);
}

function namesOf(statement: ts.Statement, tree: ts.SourceFile): readonly string[] {
	if (ts.isVariableStatement(statement)) {
		return statement.declarationList.declarations.map(({ name }) => name.getText(tree));
	}
	const { name } = statement as ts.DeclarationStatement;
	return name ? [name.getText(tree)] : [];
}

function exportedNames(file: SourceFile): readonly string[] {
	return exportsOf(file).flatMap((statement) => namesOf(statement, file.tree));
}

/** Whether a doc comment is right above a statement. */
function isDocumented(statement: ts.Statement, { text, tree }: SourceFile): boolean {
	const comment = ts
		.getLeadingCommentRanges(text, statement.getFullStart())
		?.findLast(({ pos }) => text.startsWith('/**', pos));
	return comment !== undefined && !/\n\s*\n/.test(text.slice(comment.end, statement.getStart(tree)));
}

/** A rule says itself what it is for, in `title` and `why`. */
const isRule = ({ path }: SourceFile, statement: ts.Statement): boolean =>
	/^server\/src\/rules\/\w+\//.test(path) && ts.isVariableStatement(statement);

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

	it('have a comment that says what they are', () => {
		const undocumented = shipped.flatMap((file) =>
			exportsOf(file)
				.filter((statement) => !isRule(file, statement) && !isDocumented(statement, file))
				.flatMap((statement) => namesOf(statement, file.tree))
				.map((name) => `${file.path}: ${name}`),
		);
		assert.deepEqual(undocumented, []);
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
