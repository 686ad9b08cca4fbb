/** Checks a rule's example as the command line does, so that its page shows the real findings. */

import { ActiveRules } from '../../../check/activeRules';
import { LiveRoster } from '../../../check/dataset/liveRoster';
import { districtTables } from '../../../check/districtTables';
import { messageOf, shownPlace } from '../../../check/finding';
import { Checker } from '../../../check/live/checker';
import { structureRulesOnly } from '../../../check/ruleSubsets';
import { CsvDocument } from '../../../csv/document';
import { findingPrinter } from '../../../disk/listedFinding';
import { exampleText } from '../../../rules/example';
import type { Rule } from '../../../rules/rule';
import { defaultSettings, readSettings } from '../../../settings';
import { type Table, tables } from '../../../spec';

/** A finding in an example. */
export interface ExampleFinding {
	readonly rule: string;
	readonly severity: string;
	readonly message: string;
	/** Row and column as a spreadsheet shows them; empty if the finding is about the whole file. */
	readonly place: string;
	readonly fixes: readonly { readonly title: string; readonly preferred: boolean }[];
	/** The column's name in the table; null if it has none. */
	readonly column: string | null;
	/** The value of the field. */
	readonly value: string;
}

/** An example as a page shows it: the file, and what is found in it. */
export interface PageExample {
	readonly fileName: string;
	readonly text: string;
	readonly findings: readonly ExampleFinding[];
}

/** Checks a rule's bad or good example with these settings. */
export function runExample(rule: Rule, which: 'bad' | 'good', settings: unknown = {}): PageExample {
	const { table } = rule.example;
	const fileName = fileNameOf(rule, which);
	const text = exampleText(rule.example[which], table);
	return { fileName, text, findings: check(table, fileName, text, settings, rule.example.sibling) };
}

/** The name of the file. For a rule on the name itself the bad one has a capital. */
function fileNameOf({ id, example: { table } }: Rule, which: 'bad' | 'good'): string {
	return id.startsWith('file/') && which === 'bad' ? table.charAt(0).toUpperCase() + table.slice(1) : table;
}

function check(
	tableName: string,
	fileName: string,
	fileText: string,
	settings: unknown,
	siblingText: string | undefined,
): readonly ExampleFinding[] {
	const district = readSettings(settings);
	const table = districtTables(district).find((one) => one.fileName === tableName);
	if (!table) throw new Error(`There is no table ${tableName}`);
	const text = fileText.replace(/^\ufeff/, '');
	const document = new CsvDocument(fileName, table.languageId, 1, text);
	const count = (lineBreak: RegExp): number => text.match(lineBreak)?.length ?? 0;
	const checker = new Checker(document, table, new ActiveRules(district), {
		name: fileName,
		byteOrderMark: text !== fileText,
		lineBreaks: { crlf: count(/\r\n/g), lf: count(/(?<!\r)\n/g), cr: count(/\r(?!\n)/g) },
	});
	if (siblingText !== undefined && table.foreignKey)
		checker.compareWith(studentsIn(table.foreignKey.fileName, siblingText));
	checker.run();
	const toListed = findingPrinter(checker.layout, checker.active);
	return checker.findings().map((finding) => {
		const { start } = document.recordSpan(finding.record);
		const listed = toListed(finding, {
			text,
			start,
			line: document.positionAt(start).line,
			isHeader: finding.record === 0,
			followsCr: () => text[start - 1] === '\r',
			textAfter: () => '',
		});
		return {
			rule: listed.rule,
			severity: listed.severity,
			message: messageOf(finding),
			place: shownPlace(listed),
			fixes: listed.fixes,
			column: listed.element,
			value: document.fieldsOf(finding.record)[finding.column]?.value ?? '',
		};
	});
}

function studentsIn(fileName: string, text: string): LiveRoster {
	const table = tables.find((one) => one.fileName === fileName) as Table;
	const document = new CsvDocument(fileName, table.languageId, 1, text);
	return new LiveRoster(new Checker(document, table, new ActiveRules(structureRulesOnly(defaultSettings))));
}
