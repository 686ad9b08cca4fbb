import {
	type ClientCapabilities,
	CompletionItemKind,
	type DiagnosticTag,
	type InitializeParams,
	MarkupKind,
	SymbolKind,
} from 'vscode-languageserver';
import type { ClientCommands, LensCommands, Offered } from '../features';
import { anything, boolean, type Form, isRecord, listOf, string } from '../messageForms';
import { clientCommands, type InitializationOptions, serverCommands } from '../protocol';

/**
 * What one client can do, decided once, when it starts, from its capabilities and options. What it does not announce is
 * not used. It is never recognized by its name: our client of VS Code says what it has in its options.
 */
export interface ClientFeatures {
	/** The options of `initialize`, without those that the client does not know. */
	readonly options: InitializationOptions;
	readonly diagnostics: DiagnosticFeatures;
	readonly completion: CompletionFeatures;
	readonly codeActions: CodeActionFeatures;
	/** Of hovers; undefined for a client that knows no `MarkupContent` in them. */
	readonly hoverFormat: MarkupKind | undefined;
	/** Outlines are trees of symbols, rather than lists. */
	readonly nestsSymbols: boolean;
	readonly outlineKinds: ReadonlySet<SymbolKind>;
	readonly searchKinds: ReadonlySet<SymbolKind>;
	/** Filters the symbols of a search by the letters of their names. */
	readonly filtersByName: boolean;
	/** A definition may be a link, rather than a place. */
	readonly linksDefinitions: boolean;
	/** Asks whether something can be renamed before it asks for the new name. */
	readonly preparesRename: boolean;
	/** Edits of several files may name the version of each. */
	readonly versionsEdits: boolean;
	/** Which part of a file the client asks the colors of; undefined for a client that shows none. */
	readonly coloredPart: 'range' | 'file' | undefined;
	/** A color may cover several lines. */
	readonly colorsLines: boolean;
	/** Lenses are requested again when the server asks for it. */
	readonly refreshesLenses: boolean;
	readonly refreshesHints: boolean;
	/** Names encodings in which it can count positions. */
	readonly offersEncodings: boolean;
	/** Answers workspace/configuration. */
	readonly answersSettings: boolean;
	/** Reports changes of the settings once it is asked to. */
	readonly reportsSettings: boolean;
	/** Reports changes of files in its folders, open or not, once it is asked to. */
	readonly watchesFiles: boolean;
	/** The commands of ours that the client has; undefined for a client that has none. */
	readonly commands: ClientCommands | undefined;
	/** What lenses run: the client's commands, or else the server's. */
	readonly lensCommands: LensCommands;
	/** The commands that the server runs for the client. */
	readonly serverCommands: ReadonlySet<string>;
}

/** Which parts of a problem the client shows. */
export interface DiagnosticFeatures {
	/**
	 * The client asks for problems, rather than being sent them: only one that can also be told to ask again, since a
	 * change of one file changes the problems of the other.
	 */
	readonly arePulled: boolean;
	/** Problems that are sent say for which version of the file they are. */
	readonly areVersioned: boolean;
	readonly codeDescription: boolean;
	readonly relatedInformation: boolean;
	readonly tags: ReadonlySet<DiagnosticTag>;
}

/** Which parts of a suggestion the client shows. */
export interface CompletionFeatures {
	readonly labelDetails: boolean;
	readonly kinds: ReadonlySet<CompletionItemKind>;
	/** Undefined for a client that knows no `MarkupContent` in them: it gets plain strings. */
	readonly documentationFormat: MarkupKind | undefined;
	/** Whether items are sent that do not match what is typed. */
	readonly offered: Offered;
}

/** Which forms of a code action the client takes. */
export interface CodeActionFeatures {
	/** Actions may be `CodeAction`s, rather than commands. */
	readonly areLiterals: boolean;
	readonly isPreferred: boolean;
	/** Asks for the edits of an action when it is picked, and hands back the data that came with it. */
	readonly areResolved: boolean;
}

/** Those of the server's commands that it runs for a client. */
type ServerCommands = Partial<typeof serverCommands>;

/** What a client announced when it started. */
export function featuresOf(params: InitializeParams): ClientFeatures {
	const { capabilities } = params;
	const { textDocument, workspace } = capabilities;
	const options = optionsOf(params);
	const commands = commandsOf(options);
	const server = commands ? {} : serverCommandsFor(capabilities);
	return {
		options,
		diagnostics: diagnosticFeatures(capabilities),
		completion: completionFeatures(capabilities, options),
		codeActions: codeActionFeatures(capabilities),
		hoverFormat: preferredFormat(textDocument?.hover?.contentFormat),
		nestsSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
		outlineKinds: valueSet(textDocument?.documentSymbol?.symbolKind?.valueSet) ?? firstSymbolKinds,
		searchKinds: valueSet(workspace?.symbol?.symbolKind?.valueSet) ?? firstSymbolKinds,
		filtersByName: options.filtersByName === true,
		linksDefinitions: textDocument?.definition?.linkSupport === true,
		preparesRename: textDocument?.rename?.prepareSupport === true,
		versionsEdits: workspace?.workspaceEdit?.documentChanges === true,
		coloredPart: coloredPart(capabilities),
		colorsLines: textDocument?.semanticTokens?.multilineTokenSupport === true,
		refreshesLenses: workspace?.codeLens?.refreshSupport === true,
		refreshesHints: workspace?.inlayHint?.refreshSupport === true,
		offersEncodings: capabilities.general?.positionEncodings != null,
		answersSettings: workspace?.configuration === true,
		reportsSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
		watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
		commands,
		lensCommands: lensCommandsOf(commands, server),
		serverCommands: new Set(Object.values(server)),
	};
}

function optionsOf({ initializationOptions }: InitializeParams): InitializationOptions {
	if (!isRecord(initializationOptions)) return {};
	return Object.fromEntries(
		Object.entries(optionForms).flatMap(([name, form]) => {
			const value = initializationOptions[name];
			return form(value) ? [[name, value]] : [];
		}),
	);
}

/** LSP lets a client send anything as its options: what has no meaning in them does not count. */
const optionForms: Readonly<Record<keyof InitializationOptions, Form>> = {
	status: boolean,
	files: boolean,
	found: listOf(string),
	commands: boolean,
	table: boolean,
	allOptions: boolean,
	filtersByName: boolean,
	rulesUri: string,
	settings: anything,
};

/** What lenses run: the commands of the client, or else those of the server. */
function lensCommandsOf(commands: ClientCommands | undefined, server: ServerCommands): LensCommands {
	return commands
		? { ...commands, showState: commands.showProblems }
		: { showState: serverCommands.showReadiness, fixAll: server.fixAll };
}

/** The commands of our client; one that says nothing of tables, as an older one, opens none. */
function commandsOf({ commands, table }: InitializationOptions): ClientCommands | undefined {
	if (commands !== true) return undefined;
	return { ...clientCommands, openAsTable: table === true ? clientCommands.openAsTable : undefined };
}

/** The commands that the server can run for a client: those that edit need a client that applies edits. */
function serverCommandsFor({ workspace }: ClientCapabilities): ServerCommands {
	const { showReadiness } = serverCommands;
	return workspace?.applyEdit === true ? serverCommands : { showReadiness };
}

/** Some clients spell the member of `workspace` like that of `textDocument`. */
interface WorkspaceSpellings {
	readonly diagnostics?: { readonly refreshSupport?: boolean } | null;
	readonly diagnostic?: { readonly refreshSupport?: boolean } | null;
}

/**
 * What is shown of problems that are sent is announced under `publishDiagnostics`. What is shown of those that are asked
 * for, LSP 3.17 has no members for: clients announce it there too, and since 3.18 under `diagnostic`. Both count then.
 */
function diagnosticFeatures({ textDocument, workspace }: ClientCapabilities): DiagnosticFeatures {
	const { publishDiagnostics, diagnostic } = textDocument ?? {};
	const spellings: WorkspaceSpellings = workspace ?? {};
	const canRefresh = [spellings.diagnostics, spellings.diagnostic].some(
		(one) => one?.refreshSupport === true,
	);
	const arePulled = canRefresh && diagnostic != null;
	const announced = arePulled ? [publishDiagnostics, diagnostic] : [publishDiagnostics];
	return {
		arePulled,
		areVersioned: publishDiagnostics?.versionSupport === true,
		codeDescription: announced.some((shows) => shows?.codeDescriptionSupport === true),
		relatedInformation: announced.some((shows) => shows?.relatedInformation === true),
		tags: new Set(announced.flatMap((shows) => [...(valueSet(shows?.tagSupport?.valueSet) ?? [])])),
	};
}

function completionFeatures(
	{ textDocument }: ClientCapabilities,
	{ allOptions }: InitializationOptions,
): CompletionFeatures {
	const { completionItem, completionItemKind } = textDocument?.completion ?? {};
	return {
		labelDetails: completionItem?.labelDetailsSupport === true,
		kinds: valueSet(completionItemKind?.valueSet) ?? firstCompletionKinds,
		documentationFormat: preferredFormat(completionItem?.documentationFormat),
		offered: allOptions === true ? 'all' : 'matching',
	};
}

function codeActionFeatures({ textDocument }: ClientCapabilities): CodeActionFeatures {
	const { codeActionLiteralSupport, isPreferredSupport, dataSupport, resolveSupport } =
		textDocument?.codeAction ?? {};
	const resolved: ReadonlySet<string> = valueSet(resolveSupport?.properties) ?? new Set();
	return {
		areLiterals: codeActionLiteralSupport != null,
		isPreferred: isPreferredSupport === true,
		areResolved: dataSupport === true && resolved.has('edit'),
	};
}

/** Only the rows in view where the client can ask for them: colors of a whole file take time and memory. */
function coloredPart({ textDocument }: ClientCapabilities): 'range' | 'file' | undefined {
	const { range, full } = textDocument?.semanticTokens?.requests ?? {};
	if (range) return 'range';
	return full ? 'file' : undefined;
}

/** The format that the client names first, as LSP orders them by preference; undefined if it names none. */
function preferredFormat(formats: readonly MarkupKind[] | undefined): MarkupKind | undefined {
	if (!Array.isArray(formats)) return undefined;
	const isKnown = (format: MarkupKind): boolean => MarkupKind.is(format);
	return formats.find(isKnown) ?? MarkupKind.PlainText;
}

/** The values that a client lists; undefined if it lists none. */
function valueSet<T>(values: readonly T[] | null | undefined): ReadonlySet<T> | undefined {
	return Array.isArray(values) ? new Set<T>(values) : undefined;
}

/** The kinds from `first` to `last`. LSP numbers them without a gap. */
function kindsBetween<T extends number>(first: T, last: T): ReadonlySet<T> {
	return new Set(Array.from({ length: last - first + 1 }, (_, index) => (first + index) as T));
}

/** The kinds of LSP 1.0, which every client knows. */
const firstCompletionKinds = kindsBetween<CompletionItemKind>(
	CompletionItemKind.Text,
	CompletionItemKind.Reference,
);
const firstSymbolKinds = kindsBetween<SymbolKind>(SymbolKind.File, SymbolKind.Array);
