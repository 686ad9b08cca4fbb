import { keyColumn } from '../src/convert/mapping/mapping';
import { delimiters, encodings } from '../src/convert/read/exportFormat';
import { fixAllKind } from '../src/features';
import { rules } from '../src/rules';
import { declaredSettings, type SettingList, settingsSection } from '../src/settings';
import { findElement, students, studentsExt, studentTables, type Table, tables } from '../src/spec';
import { type ExportHeaders, exportHeaders, headerKey } from '../src/spec/exportHeaders';

/** Tables that have a constant of their own, by its name. */
const constants = new Map<Table, string>([
	[students, 'rosterFile'],
	[studentsExt, 'extensionFile'],
]);

const head =
	'/** Written by `npm run generate` for the client, which must not import the folders that declare these values. */';

/** The text of `protocol/files.generated.ts`: names, language ids and roles of the files, without their columns. */
export function protocolFiles(): string {
	return `${head}

/** A file that is checked, as far as the client needs to know it. */
export interface FileKind {
	/** The exact name at Clever. */
	readonly fileName: string;
	readonly languageId: string;
	/** The part it plays among the files on students; undefined for a file on anything else. */
	readonly role?: 'roster' | 'extension';
}

/** The file that names the students. */
export const rosterFile: FileKind = ${fileKind(students)};

/** The file that adds columns to the students of the roster. */
export const extensionFile: FileKind = ${fileKind(studentsExt)};

/** The files on students. */
export const studentFileKinds: readonly FileKind[] = [rosterFile, extensionFile];

/** Every file that is checked. */
export const fileKinds: readonly FileKind[] = [
${tables.map((table) => `\t${constants.get(table) ?? fileKind(table)},\n`).join('')}];
`;
}

/** The text of `protocol/constants.generated.ts`: names that a client needs at run time. */
export function protocolConstants(settings: SettingList = declaredSettings): string {
	const checkSettings = Object.keys(settings).filter((key) => settings[key]?.affectsCheck);
	return `${head}

/** The part of every setting's key before the first dot. */
export const settingsSection = '${settingsSection}';

/** The keys of the settings that findings depend on, without the section. */
export const checkSettings: readonly string[] = [${checkSettings.map((key) => `'${key}'`).join(', ')}];

/** The kind of the code action that applies every preferred fix of a file. */
export const fixAllKind = '${fixAllKind}';

/** The rules whose findings an editor fades, since the text can be removed without a loss. */
export const unnecessaryRules: readonly string[] = [${rules
		.filter(({ unnecessary }) => unnecessary)
		.map(({ id }) => `'${id}'`)
		.join(', ')}];

/** The title of each rule, by its id. */
export const ruleTitles: Readonly<Record<string, string>> = ${literal(
		Object.fromEntries(rules.map(({ id, title }) => [id, title])),
	)};

/** The column of a mapping that names the student. */
export const keyColumn = '${keyColumn}';

/** A column of ours by which an export is recognized. */
export interface ExportColumn {
	readonly column: string;
	readonly kind: 'id' | 'category' | 'other';
	/** The headers that exports have for it: letters and digits only, in lower case. */
	readonly headers: readonly string[];
}

/** The columns of ours that exports have, the student ID first. */
export const exportColumns: readonly ExportColumn[] = [
${exportHeaders.map(exportColumn).join('')}];

/** The encodings in which exports are written, each with its name for people. */
export const encodings = ${literal(encodings)} as const;

/** What separates two values of an export, each with its name for people. */
export const delimiters = ${literal(delimiters)} as const;
`;
}

function exportColumn({ column, names }: ExportHeaders): string {
	const declared = studentTables.map((table) => findElement(table, column)).find((element) => element);
	const isId = declared?.kind === 'key' || declared?.kind === 'id';
	const kind = isId ? 'id' : declared?.optionSet ? 'category' : 'other';
	const headers = [...new Set([column, ...names].map(headerKey))].map(quoted);
	return `\t{ column: '${column}', kind: '${kind}', headers: [${headers.join(', ')}] },\n`;
}

function fileKind({ fileName, languageId, role }: Table): string {
	return `{ fileName: '${fileName}', languageId: '${languageId}'${role ? `, role: '${role}'` : ''} }`;
}

function literal(names: Readonly<Record<string, string>>): string {
	const lines = Object.entries(names).map(([key, name]) => `\t${quoted(key)}: ${quoted(name)},\n`);
	return `{\n${lines.join('')}}`;
}

/** A string literal: a rule's title may hold an apostrophe. */
function quoted(text: string): string {
	const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\t', '\\t');
	return `'${escaped}'`;
}
