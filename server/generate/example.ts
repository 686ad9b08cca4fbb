/** Runs an example through the check, as the command line would, so that no page can say what is not so. */

import { ActiveRules } from '../src/check/activeRules';
import { LiveRoster } from '../src/check/dataset/liveRoster';
import { districtTables } from '../src/check/districtTables';
import { messageOf, shownPlace } from '../src/check/finding';
import { Checker } from '../src/check/live/checker';
import { structureRulesOnly } from '../src/check/ruleSubsets';
import { CsvDocument } from '../src/csv/document';
import { createToListed } from '../src/disk/listedFinding';
import { exampleText } from '../src/rules/example';
import type { Rule } from '../src/rules/rule';
import { defaultSettings, readSettings } from '../src/settings';
import { type Table, tables } from '../src/spec';

/** Something that the check says of an example. */
export interface Said {
	readonly rule: string;
	readonly severity: string;
	readonly message: string;
	/** As a spreadsheet shows it; empty where the whole file is meant. */
	readonly place: string;
	readonly fixes: readonly { readonly title: string; readonly preferred: boolean }[];
	/** The column and the value of the field that is meant. */
	readonly column: string | null;
	readonly value: string;
}

/** An example of a rule as the check sees it. */
export interface PageExample {
	readonly fileName: string;
	readonly text: string;
	readonly said: readonly Said[];
}

/** What the check says of a rule's example with these settings. */
export function runExample(rule: Rule, which: 'bad' | 'good', settings: unknown = {}): PageExample {
	const { table } = rule.example;
	const fileName = fileNameOf(rule, which);
	const written = exampleText(rule.example[which], table);
	return { fileName, text: written, said: check(table, fileName, written, settings, rule.example.beside) };
}

/** The one thing that no text shows: how its file is called. */
function fileNameOf({ id, example: { table } }: Rule, which: 'bad' | 'good'): string {
	return id.startsWith('file/') && which === 'bad' ? table.charAt(0).toUpperCase() + table.slice(1) : table;
}

function check(
	tableName: string,
	fileName: string,
	written: string,
	settings: unknown,
	beside: string | undefined,
): readonly Said[] {
	const chosen = readSettings(settings);
	const table = districtTables(chosen).find((one) => one.fileName === tableName);
	if (!table) throw new Error(`There is no table ${tableName}`);
	const text = written.replace(/^\ufeff/, '');
	const document = new CsvDocument(fileName, table.languageId, 1, text);
	const count = (lineBreak: RegExp): number => text.match(lineBreak)?.length ?? 0;
	const checker = new Checker(document, table, new ActiveRules(chosen), {
		name: fileName,
		byteOrderMark: text !== written,
		lineBreaks: { crlf: count(/\r\n/g), lf: count(/(?<!\r)\n/g), cr: count(/\r(?!\n)/g) },
	});
	if (beside !== undefined && table.foreignKey)
		checker.compareWith(studentsIn(table.foreignKey.fileName, beside));
	checker.run();
	const toListed = createToListed(checker.layout);
	return checker.findings().map((finding) => {
		const { start } = document.recordSpan(finding.record);
		const listed = toListed(finding, {
			text,
			start,
			line: document.positionAt(start).line,
			isHeader: finding.record === 0,
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
