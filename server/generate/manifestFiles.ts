/** The parts of package.json that follow from the tables: languages, grammars, activation, editors, menus, defaults. */

import { tableViewType } from '../src/protocol/grid';
import { importViewType } from '../src/protocol/import';
import { type Settings, settingsSection } from '../src/settings';
import { type Table, tables } from '../src/spec';

interface MenuEntry {
	readonly command?: string;
	readonly submenu?: string;
	readonly when?: string;
}

interface Manifest {
	readonly activationEvents?: readonly string[];
	readonly contributes?: {
		readonly languages?: readonly { readonly id: string }[];
		readonly grammars?: readonly object[];
		readonly customEditors?: readonly { readonly viewType?: string }[];
		readonly keybindings?: readonly { readonly command: string; readonly key: string }[];
		readonly menus?: Readonly<Record<string, readonly MenuEntry[]>>;
		readonly configurationDefaults?: Readonly<Record<string, unknown>>;
	};
}

/**
 * VS Code's default settings for our languages. With them, VS Code changes no byte of a file by itself, and does not
 * draw what is of no use in a table, such as a minimap.
 */
const editorDefaults = {
	'files.trimTrailingWhitespace': false,
	'files.insertFinalNewline': false,
	'files.trimFinalNewlines': false,
	'editor.formatOnSave': false,
	'editor.semanticHighlighting.enabled': true,
	'editor.wordBasedSuggestions': 'off',
	'editor.autoIndent': 'none',
	'editor.quickSuggestions': { other: 'on', comments: 'on', strings: 'on' },
	'editor.minimap.enabled': false,
	// VS Code boxes these as look-alikes of ASCII characters; names have them. The rules go by the value all the same.
	'editor.unicodeHighlight.allowedCharacters': Object.fromEntries(
		Array.from('\u2018\u2019\u02bb\u02bc\u2013', (character) => [character, true]),
	),
};

const roster = tables.filter(({ role }) => role === 'roster');
const pair = tables.filter(({ role }) => role !== undefined);

/** A `when` clause that holds for a file with the exact name of one of these tables; case does not matter. */
function hasName(files: readonly Table[]): string {
	const names = files.map(({ fileName }) => fileName.replaceAll('.', '\\.'));
	return `resourceFilename =~ /^${names.length === 1 ? names[0] : `(${names.join('|')})`}$/i`;
}

/**
 * A `when` clause that holds for a document of one of these tables, by its language or its name, that is a person's own
 * file and no other side of a diff. The client says in which schemes those are.
 */
function isDocumentOf(files: readonly Table[]): string {
	const languages = files.map(({ languageId }) => `resourceLangId == ${languageId}`);
	return `resourceScheme in cleverDemographics.schemes && (${[...languages, hasName(files)].join(' || ')})`;
}

/** A `when` clause that holds while the client knows a file that a command can work on. */
function isKnown(files: readonly Table[]): string {
	return `cleverDemographics.hasFolder || ${isDocumentOf(files)}`;
}

/** A `when` clause that holds while one of our files is shown as a table. */
const isTable = `activeCustomEditorId == ${tableViewType}`;

/** A `when` clause that holds while an export is imported in the active editor. */
const isImport = `activeCustomEditorId == ${importViewType}`;

/** How the names of exports end. VS Code ignores their case. */
const exportEndings = ['csv', 'tsv', 'txt', 'text', 'tab', 'xlsx'];

/** A `when` clause that holds where the keyboard types into one of our files, and not into a box within its editor. */
const isTyping = [
	'editorTextFocus',
	'!editorReadonly',
	`(${[
		`editorLangId =~ /^(${tables.map(({ languageId }) => languageId).join('|')})$/`,
		// By its name, whatever the language of a CSV extension. A box in the window's other parts has one of its own.
		`editorLangId =~ /csv|plaintext/ && ${hasName(tables)}`,
	].join(' || ')})`,
].join(' && ');

/** A `when` clause that holds where VS Code itself would indent on Tab, and nothing else takes the key. */
const isTabFree = [
	'!editorTabMovesFocus',
	'!inSnippetMode',
	'!hasSnippetCompletions',
	'!inlineSuggestionVisible',
	'!inlineEditIsVisible',
	'!renameInputVisible',
].join(' && ');

const canMove = `config.${settingsSection}.${'tabMovesToNextField' satisfies keyof Settings} && ${isTyping} && ${isTabFree}`;

const hasSuggestion = '(suggestWidgetVisible && suggestWidgetHasFocusedSuggestion)';

/** The keys of the text editor. The manifest keeps all other keys. */
const textKeys = [
	{
		command: `${settingsSection}.nextField`,
		key: 'tab',
		when: `${canMove} && !${hasSuggestion}`,
	},
	// As in a spreadsheet: Tab takes the marked code, and goes on.
	{
		command: 'runCommands',
		key: 'tab',
		args: { commands: ['acceptSelectedSuggestion', `${settingsSection}.nextField`] },
		when: `${canMove} && ${hasSuggestion}`,
	},
	{ command: `${settingsSection}.previousField`, key: 'shift+tab', when: canMove },
];

/** A `when` clause that holds while one of our files is shown as text. */
const isText = `!activeCustomEditorId && !isInDiffEditor && (${isDocumentOf(tables)})`;

/** `students*.csv` for `students.csv`. */
function likeNames(fileName: string): string {
	const [, name, extension] = /^(.*)(\..*)$/.exec(fileName) ?? ['', fileName, ''];
	return `${name}*${extension}`;
}

/** A glob for files whose names begin like that of a table, and one for the same in any case. */
function likeName({ fileName }: Table): readonly string[] {
	const like = `**/${likeNames(fileName)}`;
	return [like, like.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)];
}

/** Where each command or submenu is shown, by the id of the menu; the ids lack the extension's own prefix. */
const whenClauses: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	commandPalette: {
		fixAll: isKnown(tables),
		addMissing: isKnown(pair),
		removeUnknown: isKnown(pair),
		moveToRoster: isKnown(pair),
		splitFromRoster: isKnown(pair),
		replaceValue: isKnown(tables),
		fillEmpty: isKnown(tables),
		fillByRule: isKnown(pair),
		fillFromFile: isKnown(pair),
		exportProblems: isKnown(tables),
		openErrorReport: isKnown(pair),
		closeErrorReport: 'cleverDemographics.hasErrorReport',
		checkAgain: isKnown(tables),
		showState: isKnown(pair),
		revealFiles: isKnown(pair),
		showReport: isKnown(pair),
		compareWithLast: isKnown(pair),
		saveDatedCopy: isKnown(pair),
		checkArrived: isKnown(pair),
		showProblemsByValue: isKnown(tables),
		showMenu: isKnown(tables),
		checkOnDisk: hasName(tables),
		reopenAsText: `activeCustomEditorId && ${hasName(tables)}`,
		goToStudent: isKnown(pair),
		openAsTable: `activeCustomEditorId != ${tableViewType} && (${isKnown(tables)})`,
		openAsText: isTable,
		filterTable: isTable,
		nextProblemInTable: isTable,
		previousProblemInTable: isTable,
		fixInTable: isTable,
		pasteInTable: isTable,
		saveMapping: isImport,
		nextField: isText,
		previousField: isText,
	},
	'editor/title': {
		showReport: isDocumentOf(pair),
		openAsTable: isText,
		openAsText: isTable,
	},
	'explorer/context': {
		openAsTable: isDocumentOf(tables),
		showReport: hasName(pair),
		compareWithLast: hasName(pair),
		saveDatedCopy: hasName(pair),
		checkOnDisk: hasName(tables),
		createTemplate: hasName(roster),
		openErrorReport: `cleverDemographics.hasFolder && resourceExtname =~ /^\\.(csv|xlsx)$/i && !(${hasName(tables)})`,
		importExport: `resourceExtname =~ /^\\.(${exportEndings.join('|')})$/i && !(${hasName(tables)})`,
	},
	'editor/context': { bulk: isDocumentOf(tables) },
	'cleverDemographics.bulk': {
		fillByRule: isDocumentOf(pair),
		fillFromFile: isDocumentOf(pair),
		addMissing: isDocumentOf(pair),
		removeUnknown: isDocumentOf(pair),
		moveToRoster: isDocumentOf(pair),
		splitFromRoster: isDocumentOf(pair),
	},
};

/** The manifest, given and returned as JSON, with what follows from the tables; everything else stays as it is. */
export function withFiles(manifest: string): string {
	const parsed = JSON.parse(manifest) as Manifest;
	const {
		languages = [],
		customEditors = [],
		keybindings = [],
		menus = {},
		configurationDefaults = {},
	} = parsed.contributes ?? {};
	return `${JSON.stringify(
		{
			...parsed,
			activationEvents: [
				...tables.map(({ languageId }) => `onLanguage:${languageId}`),
				'onLanguage:csv',
				'onLanguage:tsv',
				...tables.map(({ fileName }) => `workspaceContains:**/${fileName}`),
				...roster.flatMap(likeName).map((glob) => `workspaceContains:${glob}`),
			],
			contributes: {
				...parsed.contributes,
				languages: tables.map((table) => ({
					...languages.find(({ id }) => id === table.languageId),
					...language(table),
				})),
				grammars: tables.map(({ languageId }) => ({
					language: languageId,
					scopeName: `text.csv.${languageId}`,
					path: `./syntaxes/${languageId}.tmLanguage.json`,
				})),
				customEditors: customEditors.map((editor) => ({
					...editor,
					// VS Code ignores the case of these names.
					selector: namesFor(editor.viewType).map((filenamePattern) => ({ filenamePattern })),
				})),
				keybindings: [
					...textKeys,
					...keybindings.filter(
						({ command, key }) => !textKeys.some((own) => own.command === command && own.key === key),
					),
				],
				menus: Object.fromEntries(
					Object.entries(menus).map(([menu, entries]) => [menu, withWhenClauses(menu, entries)]),
				),
				configurationDefaults: {
					...configurationDefaults,
					...Object.fromEntries(tables.map(({ languageId }) => [`[${languageId}]`, editorDefaults])),
				},
			},
		},
		undefined,
		'\t',
	)}\n`;
}

/** The names of the files that one of our editors can show. */
function namesFor(viewType: string | undefined): readonly string[] {
	if (viewType === importViewType) return exportEndings.map((ending) => `*.${ending}`);
	return [...tables.map(({ fileName }) => fileName), ...roster.map(({ fileName }) => likeNames(fileName))];
}

function language({ languageId, fileName }: Table): object {
	return {
		id: languageId,
		aliases: [`Clever ${fileName}`],
		filenames: [fileName],
		configuration: './language-configuration.json',
	};
}

function withWhenClauses(menu: string, entries: readonly MenuEntry[]): readonly MenuEntry[] {
	return entries.map(({ command, submenu, when, ...rest }) => {
		const id = (command ?? submenu ?? '').replace(/^cleverDemographics\./, '');
		const clause = whenClauses[menu]?.[id] ?? when;
		return {
			...(command && { command }),
			...(submenu && { submenu }),
			...(clause && { when: clause }),
			...rest,
		};
	});
}
