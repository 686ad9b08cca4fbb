/** Text of others is drawn through safeText.ts only: each call that draws one is found here, from the sources. */

import assert from 'node:assert/strict';
import ts from 'typescript';
import { client, nodes, type SourceFile, server } from './sources';

const isPage = ({ path }: SourceFile): boolean =>
	/^client\/src\/((grid|report|import|compare)\/)?page\//.test(path);
const extension = client.filter((file) => !isPage(file));
const page = client.filter(isPage);
const shippedServer = server.filter(({ path }) => path.startsWith('server/src/'));

/** What draws text in VS Code, and the only file that may use it. */
const drawers: Readonly<Record<string, string>> = {
	showInformationMessage: 'ui/messages',
	showWarningMessage: 'ui/messages',
	showErrorMessage: 'ui/messages',
	showQuickPick: 'ui/quickPick',
	createQuickPick: 'ui/quickPick',
	showInputBox: 'ui/quickPick',
	createInputBox: 'ui/quickPick',
	setStatusBarMessage: 'ui/statusItem',
	createStatusBarItem: 'ui/statusItem',
	createLanguageStatusItem: 'ui/statusItem',
	createTreeView: 'ui/listView',
	TreeItem: 'ui/listView',
	ProgressLocation: 'ui/withProgress',
	Diagnostic: 'disk/diagnostics',
	createWebviewPanel: 'ui/pagePanel',
	// Its title is the file's name, which VS Code draws itself.
	registerCustomEditorProvider: 'ui/registerEditor',
	DocumentPasteEdit: 'text/pasteCells',
	registerDocumentPasteEditProvider: 'text/pasteCells',
	createOutputChannel: 'log/channels',
	createLogger: 'log/channels',
};

/** What would draw more than text, or text in places that have no function yet. */
const forbidden =
	/^(MarkdownString|supportHtml|supportThemeIcons|innerHTML|insertAdjacentHTML|DOMParser|createContextualFragment|registerTreeDataProvider|createTerminal|registerHoverProvider|registerCodeLensProvider|registerInlayHintsProvider|createTextEditorDecorationType|createCommentController|createSourceControl|createTestController|showMessage|showMessageRequest|showErrorMessage|showWarningMessage|showInformationMessage|eval)$/;

/** Functions of safeText.ts. */
const makers =
	/^(lineText|tooltipText|messageText|labelText|promptText|iconText|terminalText|markdownText|markdownCode|markdown|joinMarkdown|withSafeTexts)$/;
const brands = /^(PlainText|MessageText|LabelText|PromptText|MarkdownText|TerminalText)$/;
/** Members that are drawn. */
const drawnNames = /^(title|label|message|detail|description|tooltip|text|prompt|placeHolder|documentation)$/;

function found(
	files: readonly SourceFile[],
	isWrong: (node: ts.Node, file: SourceFile) => boolean,
): string[] {
	return files.flatMap((file) =>
		[...nodes(file.tree)]
			.filter((node) => isWrong(node, file))
			.map(
				(node) =>
					`${file.path}:${file.tree.getLineAndCharacterOfPosition(node.getStart(file.tree)).line + 1} ${node.getText(file.tree).slice(0, 60)}`,
			),
	);
}

/** Whether an expression is a text of ours, or is made for its surface. */
function isSafe(node: ts.Expression, file: SourceFile): boolean {
	if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return true;
	if (ts.isCallExpression(node)) return ts.isIdentifier(node.expression) && makers.test(node.expression.text);
	if (ts.isTaggedTemplateExpression(node)) return ts.isIdentifier(node.tag) && makers.test(node.tag.text);
	if (ts.isConditionalExpression(node)) return isSafe(node.whenTrue, file) && isSafe(node.whenFalse, file);
	if (!ts.isIdentifier(node)) return false;
	if (node.text === 'undefined') return true;
	// A parameter or a member whose type is one of the brands, or a constant that is safe itself.
	return [...nodes(file.tree)].some(
		(each) =>
			(ts.isParameter(each) || ts.isVariableDeclaration(each)) &&
			each.name.getText(file.tree) === node.text &&
			((each.type !== undefined && brands.test(each.type.getText(file.tree))) ||
				(each.initializer !== undefined && isSafe(each.initializer, file))),
	);
}

/** The last name of what is called: `showQuickPick` of `window.showQuickPick`. */
function nameOfCalled({ expression }: ts.CallExpression | ts.NewExpression): string {
	if (ts.isPropertyAccessExpression(expression)) return expression.name.text;
	return ts.isIdentifier(expression) ? expression.text : '';
}

/** Calls whose argument at this index is drawn. The texts of other calls are members of an object. */
const drawnArgument: Readonly<Record<string, number>> = {
	showInformationMessage: 0,
	showWarningMessage: 0,
	showErrorMessage: 0,
	setStatusBarMessage: 0,
	begin: 0,
	Diagnostic: 1,
	createWebviewPanel: 1,
	DocumentPasteEdit: 1,
	TreeItem: 0,
};

/** Whether a node draws a text that was not made for its surface. */
function drawsUnsafe(node: ts.Node, file: SourceFile): boolean {
	if (ts.isPropertyAssignment(node)) {
		return drawnNames.test(node.name.getText(file.tree)) && !isSafe(node.initializer, file);
	}
	if (ts.isShorthandPropertyAssignment(node)) {
		return drawnNames.test(node.name.text) && !isSafe(node.name, file);
	}
	if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
		const { left, right } = node;
		return ts.isPropertyAccessExpression(left) && drawnNames.test(left.name.text) && !isSafe(right, file);
	}
	if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return false;
	const argument = node.arguments?.[drawnArgument[nameOfCalled(node)] ?? -1];
	return argument !== undefined && !isSafe(argument, file);
}

describe('text of others', () => {
	it('is drawn by the client in one file for each surface', () => {
		const isElsewhere = (node: ts.Node, { path }: SourceFile): boolean =>
			ts.isIdentifier(node) &&
			Object.hasOwn(drawers, node.text) &&
			path !== `client/src/${drawers[node.text]}.ts`;
		assert.deepEqual(found(extension, isElsewhere), []);
	});

	it('cannot be drawn by a part of VS Code that nobody has judged', () => {
		const harmless: Readonly<Record<string, RegExp>> = {
			window:
				/^(activeTextEditor|visibleTextEditors|tabGroups|showTextDocument|onDid\w+|show(Open|Save)Dialog)$/,
			languages: /^(createDiagnosticCollection|setTextDocumentLanguage)$/,
		};
		const isUnknown = (node: ts.Node, { path }: SourceFile): boolean =>
			ts.isPropertyAccessExpression(node) &&
			ts.isIdentifier(node.expression) &&
			harmless[node.expression.text]?.test(node.name.text) === false &&
			path !== `client/src/${drawers[node.name.text] ?? 'ui/withProgress'}.ts`;
		const isRenamed = (node: ts.Node): boolean =>
			ts.isImportSpecifier(node) && /^(window|languages)$/.test(node.propertyName?.text ?? '');
		// `const { showQuickPick } = window` and the like.
		const isPassedOn = (node: ts.Node): boolean =>
			ts.isVariableDeclaration(node) &&
			node.initializer !== undefined &&
			ts.isIdentifier(node.initializer) &&
			/^(window|languages)$/.test(node.initializer.text);
		assert.deepEqual(
			found(extension, (node, file) => isUnknown(node, file) || isRenamed(node) || isPassedOn(node)),
			[],
		);
	});

	it('is made for its surface where it is drawn', () => {
		const sinks = new Set(Object.values(drawers).map((file) => `client/src/${file}.ts`));
		const files = extension.filter(({ path }) => sinks.has(path));
		assert.equal(files.length, sinks.size);
		assert.deepEqual(found(files, drawsUnsafe), []);
	});

	it('is nowhere given to a member that VS Code draws', () => {
		const isAssignment = (node: ts.Node, file: SourceFile): boolean =>
			ts.isBinaryExpression(node) && drawsUnsafe(node, file);
		assert.deepEqual(found(extension, isAssignment), []);
	});

	it('is in no dialog for files, whose texts are ours', () => {
		const isDialog = (node: ts.Node): node is ts.CallExpression =>
			ts.isCallExpression(node) && /^show(Open|Save|WorkspaceFolder)/.test(nameOfCalled(node));
		const drawn = /^(title|openLabel|saveLabel)$/;
		const ours = /^(`[^`]*`|'[^']*')$/;
		const isOdd = (node: ts.Node, { tree }: SourceFile): boolean =>
			isDialog(node) &&
			[...nodes(node)].some(
				(each) =>
					ts.isPropertyAssignment(each) &&
					drawn.test(each.name.getText(tree)) &&
					!ours.test(
						each.initializer.getText(tree).replaceAll(/\$\{(roster|extension)File\.fileName\}/g, ''),
					),
			);
		assert.deepEqual(found(extension, isOdd), []);
	});

	it('is never Markdown, HTML or code of the client', () => {
		const messages = /^show(Information|Warning|Error)Message$/;
		const isForbidden = (node: ts.Node, { path }: SourceFile): boolean =>
			ts.isIdentifier(node) &&
			forbidden.test(node.text) &&
			!(path === 'client/src/ui/messages.ts' && messages.test(node.text));
		assert.deepEqual(found([...extension, ...page, ...shippedServer], isForbidden), []);
	});

	it('gets the type of a surface in safeText.ts only', () => {
		const isCast = (node: ts.Node, { tree }: SourceFile): boolean =>
			(ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) && brands.test(node.type.getText(tree));
		const links = 'server/src/features/markdown.ts';
		const others = [...client, ...shippedServer].filter(({ path }) => path !== 'server/src/safeText.ts');
		assert.deepEqual(
			found(others, (node, file) => isCast(node, file) && file.path !== links),
			[],
		);
	});

	it('becomes nodes of the report in dom.ts only', () => {
		const isOther = (node: ts.Node, file: SourceFile): boolean => {
			if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
				const isText = /\.(textContent|innerText|outerHTML|nodeValue|title|alt|href|src)$/.test(
					node.left.getText(file.tree),
				);
				return isText && !isSafe(node.right, file) && node.right.getText(file.tree) !== 'styles';
			}
			const makes = /^(createElement|createElementNS|createTextNode|setAttribute|text|write)$/;
			return ts.isCallExpression(node) && makes.test(nameOfCalled(node)) && !/page\/dom\.ts$/.test(file.path);
		};
		assert.deepEqual(found(page, isOther), []);
	});

	it('is in the answers of features only in types of shownTypes.ts', () => {
		const drawn =
			/^(Diagnostic|DiagnosticRelatedInformation|CodeAction|CodeLens|Command|Hover|Mark(upContent|edString)|CompletionItem|CompletionList|DocumentSymbol|SymbolInformation|WorkspaceSymbol|InlayHint|InlayHintLabelPart|SignatureHelp|DocumentLink)$/;
		const isImport = (node: ts.Node, { path }: SourceFile): boolean =>
			ts.isImportSpecifier(node) &&
			drawn.test(node.name.text) &&
			path !== 'server/src/features/shownTypes.ts';
		assert.deepEqual(
			found(
				shippedServer.filter(({ path }) => path.startsWith('server/src/features/')),
				isImport,
			),
			[],
		);
	});

	it('is in no text that the server makes outside of features', () => {
		const isLsp = /^server\/src\/(lsp\/|server\.ts|node\/|browser\/)/;
		// The name of a member of a file's answer, not of LSP; what passes on the Markdown of features; and forms of texts.
		const isOurs = (node: ts.Node, file: SourceFile): boolean =>
			(ts.isPropertyAssignment(node) && node.name.getText(file.tree) === 'text') ||
			file.path === 'server/src/lsp/shownForms.ts' ||
			/^server\/src\/lsp\/messages\/\w+Forms\.ts$/.test(file.path);
		const isProgress = ({ path }: SourceFile): boolean => path === 'server/src/lsp/workDoneProgress.ts';
		assert.deepEqual(
			found(
				shippedServer.filter(({ path }) => isLsp.test(path)),
				(node, file) =>
					drawsUnsafe(node, file) &&
					!isOurs(node, file) &&
					(!ts.isCallExpression(node) || nameOfCalled(node) !== 'begin' || isProgress(file)),
			),
			[],
		);
	});

	it('is printed by the command line where it is made for a terminal', () => {
		const printers = /^server\/src\/cli\/(print|failures)\.ts$/;
		const isPrinting = (node: ts.Node, { path, tree }: SourceFile): boolean =>
			ts.isPropertyAccessExpression(node) &&
			/^(process\.(stdout|stderr)|console)\.(write|log|error|warn|info)$/.test(node.getText(tree)) &&
			!printers.test(path);
		const files = shippedServer.filter(({ path }) => /^server\/src\/(cli|disk)\//.test(path));
		assert.deepEqual(found(files, isPrinting), []);
	});
});
