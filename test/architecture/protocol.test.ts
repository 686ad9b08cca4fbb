import assert from 'node:assert/strict';
import { build } from 'esbuild';
import ts from 'typescript';
import { root, server } from './sources';

/** What an import or an export from another file brings in at run time. */
function runTimeImports(tree: ts.SourceFile): readonly string[] {
	return tree.statements.flatMap((statement) => {
		const isImport = ts.isImportDeclaration(statement);
		if (!isImport && !ts.isExportDeclaration(statement)) return [];
		if (!statement.moduleSpecifier) return [];
		const isTypeOnly = isImport
			? statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
			: statement.isTypeOnly;
		return isTypeOnly ? [] : [(statement.moduleSpecifier as ts.StringLiteral).text];
	});
}

describe('the protocol', () => {
	it('imports nothing at run time but its own parts', () => {
		const found = server
			.filter(({ path }) => path.startsWith('server/src/protocol/'))
			.flatMap(({ path, tree }) => runTimeImports(tree).map((name) => `${path} imports ${name}`))
			.filter((line) => !/ imports \.\/[^/]+$/.test(line));
		assert.deepEqual(found, []);
	});

	it('is all of the server, with small shared parts and the scanner for Tab, that the client bundles', async () => {
		const { metafile } = await build({
			absWorkingDir: root,
			entryPoints: [
				'client/src/node/main.ts',
				'client/src/browser/main.ts',
				'client/src/report/page/main.ts',
				'client/src/import/page/main.ts',
				'client/src/compare/page/main.ts',
			],
			bundle: true,
			write: false,
			metafile: true,
			platform: 'node',
			packages: 'external',
			outdir: 'out/client',
			loader: { '.css': 'text' },
			logLevel: 'silent',
		});
		const bundled = Object.values(metafile.outputs).flatMap(({ inputs }) =>
			Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
		);
		const foreign = bundled.filter(
			(path) =>
				path.startsWith('server/') &&
				!/^server\/src\/(protocol\/|writing\/|(wording|safeText|characters|fileNames|messageForms|work\/inTime)\.ts$)/.test(
					path,
				) &&
				!/^server\/src\/csv\/(nextField|scan|lookahead|lineBreaks|unreadText)\.ts$/.test(path),
		);
		assert.ok(bundled.some((path) => path.startsWith('server/src/protocol/')));
		assert.deepEqual([...new Set(foreign)], []);
	});
});
