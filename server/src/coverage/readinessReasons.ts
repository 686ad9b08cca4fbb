import type { FileFacts, FindingFacts, ValueFacts } from '../check/fileFacts';
import { namesInAnyCase, variedFileName } from '../fileNames';
import { referencedTable, type Table } from '../spec';
import { countOf, formatNumber, plural, shown } from '../wording';
import type { CategoryFacts, FolderFacts } from './categoryFacts';
import { categoryReasons } from './categoryReasons';
import type { Reason, WayOut } from './readinessTypes';

/** Values that a message names before it only counts the rest. */
const MAX_NAMED = 3;
/** Alarms of a comparison that are reasons of their own; one more reason counts the rest. */
const MAX_CHANGES = 5;

/** Everything that a person should know of a folder before the upload, what holds it back first. */
export function reasonsOf(folder: FolderFacts, categories: readonly CategoryFacts[]): readonly Reason[] {
	const { files } = folder;
	return [
		...files.flatMap(errors),
		...files.flatMap(unreadableRows),
		...folder.others.flatMap(errorsOfOther),
		...files.flatMap(fileName),
		...otherNames(folder, categories),
		...files.flatMap(encoding),
		...notCompared(folder, categories),
		...categoryReasons(folder, categories),
		...changed(folder),
		...files.flatMap(unlistedValues),
		...files.flatMap(warnings),
		...files.flatMap(unsaved),
		...files.flatMap(acceptedValues),
	];
}

function errors(file: FileFacts): Reason[] {
	const { fileName, findings } = file;
	const found = findings.filter(({ severity }) => severity === 'error');
	const count = errorCount(found);
	if (count === 0) return [];
	return [
		{
			id: 'errors',
			message: `${fileName} has ${countOf(count, 'error')}.`,
			fileName,
			waysOut: fixes(found, file),
		},
	];
}

/** How many of these findings are errors. */
export function errorCount(findings: readonly FindingFacts[]): number {
	return sum(findings.filter(({ severity }) => severity === 'error').map(({ count }) => count));
}

/** One reason for each rule with warnings that are no reason of their own. */
function warnings(file: FileFacts): Reason[] {
	const { fileName, findings } = file;
	const lookalikes = new Set(file.lookalikes.map(({ header }) => header));
	const found = findings.filter(
		({ severity, reason, column }) =>
			severity === 'warning' &&
			(reason === undefined || (reason === 'lookalike-column' && !lookalikes.has(column))),
	);
	return [...new Set(found.map(({ rule }) => rule))].map((rule): Reason => {
		const ofRule = found.filter((finding) => finding.rule === rule);
		const rows = formatNumber(sum(ofRule.map((finding) => finding.rows)));
		const message = `${ofRule[0]?.title}: ${rows} in ${fileName}.`;
		return { id: 'warnings', message, fileName, waysOut: fixes(ofRule, file) };
	});
}

/** *Fix All* where it fixes some of these findings, with the number of all that it fixes in the file. */
function fixes(found: readonly FindingFacts[], { fileName, findings }: FileFacts): WayOut[] {
	const fixAll = (): WayOut => ({
		kind: 'fix-all',
		title: `Fix All ${formatNumber(sum(findings.map(({ fixable }) => fixable)))}`,
		fileName,
	});
	return [
		...(found.some(({ fixable }) => fixable > 0) ? [fixAll()] : []),
		{ kind: 'show-problems', title: 'Show Problems', fileName },
	];
}

function unreadableRows({ fileName, isReadable, records, unread }: FileFacts): Reason[] {
	const isUnreadable = !isReadable && records > 0;
	if (unread === 0 && !isUnreadable) return [];
	return [
		{
			id: 'unreadable-rows',
			message: isUnreadable
				? `${fileName} cannot be read: its first row is no header.`
				: `${countOf(unread, 'row')} of ${fileName} cannot be read or ${plural(unread, 'has', 'have')} no student ID.`,
			fileName,
			waysOut: [{ kind: 'show-problems', title: 'Show Problems', fileName }],
		},
	];
}

function fileName({ fileName: expected, name }: FileFacts): Reason[] {
	if (name === undefined || name === expected) return [];
	return [
		{
			id: 'file-name',
			message: `The file is named "${shown(name)}". Clever expects exactly ${expected}.`,
			fileName: expected,
			waysOut: [{ kind: 'rename-file', title: `Rename to ${expected}`, fileName: expected, value: expected }],
		},
	];
}

/** A file that is not the one that counts, and was asked for. */
function errorsOfOther({ name = '', findings }: FileFacts): Reason[] {
	const count = errorCount(findings);
	return count === 0 ? [] : [{ id: 'errors', message: `${shown(name)} has ${countOf(count, 'error')}.` }];
}

/** Files of which Clever cannot tell which one is meant, and files that it does not take for what they are meant to be. */
function otherNames({ names }: FolderFacts, categories: readonly CategoryFacts[]): Reason[] {
	const expected = [...new Set(categories.map(({ table }) => table.fileName))];
	return expected.flatMap((file): Reason[] => {
		const same = namesInAnyCase(names, file);
		if (same.length > 1) {
			const message = `This folder has ${same.length === 2 ? 'two' : same.length} files named ${file} but for upper and lower case.`;
			return [{ id: 'file-name', message, fileName: file }];
		}
		if (same.length === 1) return [];
		return names
			.filter((name) => variedFileName(name, expected) === file)
			.map((name) => ({
				id: 'file-name',
				message: `"${shown(name)}" is not sent: Clever expects exactly ${file}.`,
				fileName: file,
			}));
	});
}

function encoding({ fileName, findings, encoding: name }: FileFacts): Reason[] {
	const isNamed = name !== undefined;
	if (!isNamed && !findings.some(({ reason }) => reason === 'encoding')) return [];
	const message = isNamed
		? `${fileName} is saved as ${name}. Clever reads UTF-8.`
		: `${fileName} is not UTF-8, or letters in it were lost. Clever reads UTF-8.`;
	const waysOut: WayOut[] = isNamed
		? [{ kind: 'save-as-utf8', title: 'Save as UTF-8', fileName }]
		: [{ kind: 'show-problems', title: 'Show Problems', fileName }];
	return [{ id: 'encoding', message, fileName, waysOut }];
}

function unsaved({ fileName, name, isDirty }: FileFacts): Reason[] {
	if (!isDirty && name !== undefined) return [];
	const message = name === undefined ? `${fileName} is not saved yet.` : `${fileName} has unsaved changes.`;
	return [{ id: 'unsaved', message, fileName, waysOut: [{ kind: 'save', title: 'Save', fileName }] }];
}

/** IDs that were not compared with the roster, and files that were not checked at all. */
function notCompared({ files, unread }: FolderFacts, categories: readonly CategoryFacts[]): Reason[] {
	const tables = new Map(categories.map(({ table }) => [table.fileName, table]));
	const uncompared = files.filter(({ isCompared }) => !isCompared);
	return [
		...uncompared.map((file): Reason => {
			const roster = referencedTable(tables.get(file.fileName))?.fileName ?? 'the roster';
			const why =
				unread.find((other) => other.fileName === roster)?.why ??
				(files.some((other) => other.fileName === roster)
					? 'has no IDs to compare'
					: 'is not in this folder');
			const message = `${roster} ${why}, so the IDs in ${file.fileName} were not compared.`;
			return { id: 'not-compared', message, fileName: file.fileName };
		}),
		...unread
			.filter((file) => !uncompared.some((one) => referencesOf(tables.get(one.fileName)) === file.fileName))
			.map(
				(file): Reason => ({
					id: 'not-compared',
					message: `${file.fileName} ${file.why}, so it was not checked.`,
					fileName: file.fileName,
				}),
			),
	];
}

/** What looks wrong since the last upload, once a comparison was made. */
function changed({ changes = [] }: FolderFacts): Reason[] {
	const waysOut: WayOut[] = [
		{ kind: 'show-comparison', title: 'Show Comparison' },
		{ kind: 'mark-reviewed', title: 'Mark as Reviewed' },
	];
	const more = changes.length - MAX_CHANGES;
	const rest = `The comparison has ${countOf(more, 'more alarm')}.`;
	return [
		...changes.slice(0, MAX_CHANGES).map(({ message, column, fileName }): Reason => {
			const about = { ...(fileName !== undefined && { fileName }), ...(column !== undefined && { column }) };
			return { id: 'changed', message, ...about, waysOut };
		}),
		...(more > 0 ? [{ id: 'changed' as const, message: rest, waysOut }] : []),
	];
}

function referencesOf(table: Table | undefined): string | undefined {
	return table?.foreignKey?.fileName;
}

function unlistedValues({ fileName, findings }: FileFacts): Reason[] {
	const found = findings.filter(({ reason }) => reason === 'unlisted-values');
	return [...new Set(found.map(({ column }) => column))].map((column): Reason => {
		const values = mostFrequent(
			found.filter((finding) => finding.column === column).flatMap((finding) => finding.values),
		);
		const rows = sum(values.map((value) => value.rows));
		const message = `${countOf(rows, 'value')} of ${column} ${plural(rows, 'is', 'are')} not in Amplify's list: ${named(values)}.`;
		const [first] = values;
		const title = `Accept ${plural(values.length, `"${shown(first?.value ?? '')}"`, `${values.length} Values`)}`;
		return {
			id: 'unlisted-values',
			message,
			fileName,
			column,
			waysOut: [
				{ kind: 'accept', title, fileName, column, values: values.map(({ value }) => value) },
				{ kind: 'go-to-column', title: `Go to ${column}`, fileName, column },
			],
		};
	});
}

function acceptedValues({ fileName, columns }: FileFacts): Reason[] {
	return columns.flatMap(({ column, accepted }): Reason[] => {
		if (accepted.length === 0) return [];
		const values = mostFrequent(accepted);
		const rows = sum(values.map((value) => value.rows));
		const message = `${countOf(rows, 'accepted value')} of ${column} that Amplify will ignore: ${named(values)}.`;
		const waysOut: WayOut[] = [{ kind: 'go-to-column', title: `Go to ${column}`, fileName, column }];
		return [{ id: 'accepted-values', message, fileName, column, waysOut }];
	});
}

function mostFrequent(values: readonly ValueFacts[]): readonly ValueFacts[] {
	const rows = new Map<string, number>();
	for (const value of values) rows.set(value.value, (rows.get(value.value) ?? 0) + value.rows);
	return [...rows].map(([value, count]) => ({ value, rows: count })).sort((a, b) => b.rows - a.rows);
}

/** `"Lao" (5), "Haitian Creole" (2) and 4 more`. */
function named(values: readonly ValueFacts[]): string {
	const names = values
		.slice(0, MAX_NAMED)
		.map(({ value, rows }) => `"${shown(value)}" (${formatNumber(rows)})`);
	const more = values.length - names.length;
	return names.join(', ') + (more > 0 ? ` and ${formatNumber(more)} more` : '');
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, each) => total + each, 0);
}
