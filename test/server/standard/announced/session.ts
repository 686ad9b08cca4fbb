import type {
	FoldingRange,
	Hover,
	InitializeResult,
	MarkedString,
	RegistrationParams,
	ShowMessageRequestParams,
} from 'vscode-languageserver';
import { theStandard } from '../messages';
import { type Content, markup, needs, needsEach } from './content';

/** What the server says it can do. */
export function* introduced({ value, client }: Content<InitializeResult>): Iterable<string> {
	const { capabilities } = value;
	const { codeAction, rename, semanticTokens, diagnostic, documentSymbol } = client.textDocument ?? {};
	const { codeActionProvider, renameProvider, semanticTokensProvider, documentSymbolProvider } = capabilities;
	if (typeof codeActionProvider === 'object')
		yield* needs(codeActionProvider, codeAction?.codeActionLiteralSupport, 'options of code actions');
	if (typeof renameProvider === 'object')
		yield* needs(renameProvider, rename?.prepareSupport, 'options of renames');
	if (typeof documentSymbolProvider === 'object')
		yield* needs(documentSymbolProvider.label, documentSymbol?.labelSupport, 'the label of an outline');
	yield* needs(
		semanticTokensProvider?.full || undefined,
		semanticTokens?.requests.full,
		'all semantic tokens',
	);
	yield* needs(
		semanticTokensProvider?.range || undefined,
		semanticTokens?.requests.range,
		'semantic tokens of a range',
	);
	yield* needs(capabilities.diagnosticProvider, diagnostic, 'pulled diagnostics');
	const encoding = capabilities.positionEncoding ?? 'utf-16';
	yield* needsEach([encoding], ['utf-16', ...(client.general?.positionEncodings ?? [])], 'position encoding');
}

/** A hover: a marked string is Markdown, which the standard allows only where Markdown is announced. */
export function* hover({ value, client }: Content<Hover | null>): Iterable<string> {
	const formats = client.textDocument?.hover?.contentFormat;
	const contents = value?.contents;
	if (contents && typeof contents === 'object' && 'kind' in contents)
		yield* markup(contents, formats, 'a hover');
	else if (contents !== undefined && formats)
		yield* needs(
			contents satisfies MarkedString | MarkedString[],
			formats.includes('markdown'),
			'a marked string',
		);
}

/** Folding ranges, which have lines and no ranges. */
export function* foldings({ value, client }: Content<readonly FoldingRange[] | null>): Iterable<string> {
	for (const { startLine, endLine, collapsedText } of value ?? []) {
		const support = client.textDocument?.foldingRange?.foldingRange?.collapsedText;
		yield* needs(collapsedText, support, 'the text of a folded range');
		if (startLine > endLine) yield 'a fold that starts behind its end';
	}
}

/** A question with buttons. */
export function* question({ value, client }: Content<ShowMessageRequestParams>): Iterable<string> {
	const support = client.window?.showMessage?.messageActionItem?.additionalPropertiesSupport;
	for (const { title, ...others } of value.actions ?? [])
		if (Object.keys(others).length > 0) yield* needs(title, support, 'members of a button');
}

/** Registrations of methods that the client must be able to register later. */
export function* registered({ value, client }: Content<RegistrationParams>): Iterable<string> {
	for (const { method, registerOptions } of value.registrations) {
		const message = theStandard().messages.get(method);
		if (!message) {
			yield `registers ${method}, which the standard does not have`;
			continue;
		}
		const path = message.capability ?? method.replaceAll('/', '.');
		yield* needs(method, announcedAt(client, `${path}.dynamicRegistration`), `registration of ${method}`);
		const fault = theStandard().shapeFault(method, 'registrationOptions', registerOptions);
		if (fault && registerOptions !== undefined) yield `registers ${method}: ${fault}`;
	}
}

/** The value at a path in the capabilities of a client. */
export function announcedAt(client: Content['client'], path: string): unknown {
	let value: unknown = client;
	for (const name of path.split('.'))
		value = (value as Readonly<Record<string, unknown>> | undefined)?.[name];
	return value;
}
