/** Checks one file after the other with the settings of the district. */

import { basename, resolve } from 'node:path';
import { CsvDocument } from '../csv/document';
import { type Severity, severities } from '../rules/rule';
import { ActiveRules } from '../service/activeRules';
import { Checker } from '../service/checker';
import type { Finding } from '../service/finding';
import { tablesFor } from '../service/tables';
import type { Settings } from '../settings';
import { type Table, tableByFileName, tableOfHeader } from '../spec';
import { countLineBreaks, decode, withNullHeader } from './decode';
import { readBytes, withReason } from './files';

/** What the check of one file came to. */
export interface FileReport {
	/** As it was given. */
	readonly path: string;
	readonly checker: Checker;
	/** In the order of the file. */
	readonly findings: readonly Finding[];
	readonly counts: Readonly<Record<Severity, number>>;
}

export class CheckSession {
	readonly #active: ActiveRules;
	readonly #tables: readonly Table[];
	readonly #seen = new Set<string>();

	constructor(settings: Settings, complain: (message: string) => void) {
		this.#active = new ActiveRules(settings, (id) => complain(`the check ${id} failed; the others go on`));
		this.#tables = tablesFor(settings);
	}

	/** Adds a file's report to the others; a file that was named twice is checked once. */
	check(path: string, reports: FileReport[]): void {
		if (this.#seen.has(resolve(path))) return;
		this.#seen.add(resolve(path));
		const { text, byteOrderMark, utf16 } = withReason(path, () => decode(readBytes(path)));
		const document = new CsvDocument(path, '', 0, utf16 ? withNullHeader(text) : text);
		const lineBreaks = utf16 ? undefined : countLineBreaks(document);
		document.readAll();
		const file = { name: basename(path), byteOrderMark, ...(lineBreaks && { lineBreaks }) };
		const checker = new Checker(document, this.#tableOf(path, text), this.#active, file);
		checker.run();
		const findings = checker.findings().sort((a, b) => a.record - b.record || a.column - b.column);
		const counts = Object.fromEntries(severities.map((severity) => [severity, 0])) as Record<
			Severity,
			number
		>;
		for (const { severity } of findings) counts[severity]++;
		reports.push({ path, checker, findings, counts });
	}

	/** By the name; where it is another, by the header, be it with a delimiter that is none. */
	#tableOf(path: string, text: string): Table {
		const header = (): readonly string[] =>
			new CsvDocument(path, '', 0, text)
				.fieldsOf(0)
				.flatMap(({ value }) => value.replaceAll('"', '').split(/[;\t|]/));
		const { fileName } = tableByFileName(path) ?? tableOfHeader(header());
		return this.#tables.find((table) => table.fileName === fileName) as Table;
	}
}
