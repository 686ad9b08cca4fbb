/** Runs an example through the check, as the command line would, so that no page can say what is not so. */

import { countLineBreaks, decode } from '../src/cli/decode';
import { placeOf } from '../src/cli/place';
import { CsvDocument } from '../src/csv/document';
import { exampleText } from '../src/rules/example';
import type { Rule } from '../src/rules/rule';
import { ActiveRules } from '../src/service/activeRules';
import { Checker } from '../src/service/checker';
import { fixesOf } from '../src/service/edits';
import { messageOf } from '../src/service/finding';
import { tablesFor } from '../src/service/tables';
import { readSettings } from '../src/settings';

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
export interface Example {
	readonly fileName: string;
	readonly text: string;
	readonly said: readonly Said[];
}

/** What the check says of a rule's example with these settings. */
export function runExample(rule: Rule, which: 'bad' | 'good', settings: unknown = {}): Example {
	const { table } = rule.example;
	const fileName = fileNameOf(rule, which);
	const written = exampleText(rule.example[which], table);
	const { text, byteOrderMark } = decode(new TextEncoder().encode(written));
	return { fileName, text: written, said: check(table, fileName, text, byteOrderMark, settings) };
}

/** The one thing that no text shows: how its file is called. */
function fileNameOf({ id, example: { table } }: Rule, which: 'bad' | 'good'): string {
	return id.startsWith('file/') && which === 'bad' ? table.charAt(0).toUpperCase() + table.slice(1) : table;
}

function check(
	tableName: string,
	fileName: string,
	text: string,
	byteOrderMark: boolean,
	settings: unknown,
): readonly Said[] {
	const chosen = readSettings(settings);
	const table = tablesFor(chosen).find((one) => one.fileName === tableName);
	if (!table) throw new Error(`There is no table ${tableName}`);
	const document = new CsvDocument(fileName, table.languageId, 1, text);
	const lineBreaks = countLineBreaks(document);
	const checker = new Checker(document, table, new ActiveRules(chosen), {
		name: fileName,
		byteOrderMark,
		lineBreaks,
	});
	checker.run();
	return checker.findings().map((finding) => {
		const { shown, element } = placeOf(checker, finding);
		return {
			rule: finding.rule.id,
			severity: finding.severity,
			message: messageOf(finding),
			place: shown,
			fixes: fixesOf(document, checker.layout, finding).map(({ title, preferred = false }) => ({
				title,
				preferred,
			})),
			column: element,
			value: document.fieldsOf(finding.record)[finding.column]?.value ?? '',
		};
	});
}
