import assert from 'node:assert/strict';
import { ActiveRules } from '../../server/src/check/activeRules';
import { LiveRoster } from '../../server/src/check/dataset/liveRoster';
import { districtTables } from '../../server/src/check/districtTables';
import { messageOf } from '../../server/src/check/finding';
import { fixesOf, offsetEditsOf } from '../../server/src/check/fixes/fixEdits';
import { Checker } from '../../server/src/check/live/checker';
import { CsvDocument, type DocumentOptions } from '../../server/src/csv/document';
import type { OffsetEdit } from '../../server/src/csv/edits/edit';
import { findingSpan } from '../../server/src/features/findingRange';
import type { FileView } from '../../server/src/rules/views';
import { readSettings } from '../../server/src/settings';
import { type Table, tables } from '../../server/src/spec';

/** A fix in the form that tests compare. */
export interface FoundFix {
	readonly title: string;
	readonly preferred: boolean;
	/** The value that its first step gives a field; undefined for any other step. */
	readonly value: string | undefined;
	/** Returns the file's text after the fix. */
	readonly apply: () => string;
}

/** A finding in the form that tests compare. */
export interface Found {
	readonly rule: string;
	readonly severity: string;
	readonly message: string;
	readonly record: number;
	readonly column: number;
	/** The text that it underlines. */
	readonly text: string;
	/** Where that text starts in the file, in UTF-16 units. */
	readonly start: number;
	readonly explainedBy: number | undefined;
	readonly fixes: readonly FoundFix[];
}

export interface CheckOptions extends DocumentOptions {
	readonly file?: Partial<FileView>;
	/** The text of the file that the table's foreign key names. */
	readonly sibling?: string | undefined;
}

/** A checker of a text that has checked nothing yet. The table is a declared one, by its file name, or one for tests. */
export function checkerOf(
	tableOrName: Table | string,
	text: string,
	settings: unknown = {},
	{ file, sibling: siblingText, ...options }: CheckOptions = {},
): Checker {
	const read = readSettings(settings);
	const declared =
		typeof tableOrName === 'string' ? tables.find(({ fileName }) => fileName === tableOrName) : tableOrName;
	const [table] = districtTables(read, declared ? [declared] : []);
	assert.ok(table, String(tableOrName));
	const document = new CsvDocument(`file:///${table.fileName}`, table.languageId, 1, text, options);
	const checker = new Checker(document, table, new ActiveRules(read), file);
	if (siblingText !== undefined && table.foreignKey) {
		checker.compareWith(new LiveRoster(checkerOf(table.foreignKey.fileName, siblingText, settings, options)));
	}
	return checker;
}

/** The findings that a checker has so far. */
export function foundBy(checker: Checker): Found[] {
	const { document } = checker;
	return checker.findings().map((finding) => {
		const { start, end } = findingSpan(document, finding);
		return {
			rule: finding.rule.id,
			severity: finding.severity,
			message: messageOf(finding),
			record: finding.record,
			column: finding.column,
			text: document.slice(start, end),
			start,
			explainedBy: finding.explainedBy,
			fixes: fixesOf(checker, finding).map((fix) => {
				const [step] = fix.steps;
				return {
					title: fix.title,
					preferred: fix.preferred === true,
					value: step?.kind === 'value' ? step.value : undefined,
					apply: () => applied(document.getText(), offsetEditsOf(document, finding.record, fix)),
				};
			}),
		};
	});
}

/** All findings of a text. */
export function check(
	table: Table | string,
	text: string,
	settings?: unknown,
	options?: CheckOptions,
): readonly Found[] {
	const checker = checkerOf(table, text, settings, options);
	assert.ok(checker.run());
	return foundBy(checker);
}

/** The errors and warnings, each as `rule row:column`, 1-based as a spreadsheet counts. */
export function faults(found: readonly Found[]): string[] {
	return found
		.filter(({ severity }) => severity === 'error' || severity === 'warning')
		.map(({ rule, record, column }) => `${rule} ${record + 1}:${column + 1}`);
}

/** The only finding of a rule; fails if there is none or more than one. */
export function only(found: readonly Found[], rule: string): Found {
	const [first, ...more] = found.filter((one) => one.rule === rule);
	assert.ok(first, `${rule} is not among ${found.map((one) => one.rule)}`);
	assert.equal(more.length, 0, `${rule} more than once`);
	return first;
}

/** The findings of a rule. */
export function ofRule(rule: string, found: readonly Found[]): Found[] {
	return found.filter((one) => one.rule === rule);
}

/** A text after edits, which must be ascending and must not touch. */
export function applied(text: string, edits: readonly OffsetEdit[]): string {
	let now = '';
	let at = 0;
	for (const edit of edits) {
		assert.ok(edit.start >= at && edit.end >= edit.start, 'edits ascend and do not meet');
		now += text.slice(at, edit.start) + edit.text;
		at = edit.end;
	}
	return now + text.slice(at);
}
