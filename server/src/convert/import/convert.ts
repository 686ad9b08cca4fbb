/** Makes the two files from an export, by a mapping. */

import type { Table } from '../../spec';
import type { ConversionCallbacks } from '../csvStream';
import { csvText } from '../csvText';
import { filesOfMapping, keyColumn, type Mapping, sourcesIn } from '../mapping/mapping';
import type { ExportFormat } from '../read/exportFormat';
import type { ExportSource, Head } from '../read/exportPart';
import { readExport } from '../read/readExport';
import type { OpenItem } from '../understand/planTypes';
import { type FileLayout, layoutsOf } from './fileLayout';
import type { ImportReport } from './importReport';
import { RowsInProgress } from './rowsInProgress';
import { targetsOf } from './targets';

/** A file to write. */
export interface MadeFile {
	/** The exact name that Clever expects. */
	readonly fileName: string;
	readonly text: string;
	/** Rows below the header. */
	readonly rows: number;
}

/** The files and the report on them, or what is wrong, each in sentences for people. */
export type ConvertAnswer =
	| { readonly files: readonly MadeFile[]; readonly report: ImportReport }
	| { readonly problems: readonly string[] };

/**
 * Makes the files that a mapping asks for. A student has one row in each, and in students.csv one more for each further
 * contact. The report lists what could not be converted. Never throws because of the bytes.
 *
 * @param mapping complete, as a plan has it. `roster` as in `codesOf`.
 * @param open what the plan leaves open: 1 among other numbers is no yes, which a single row does not tell.
 */
export async function convert(
	source: ExportSource,
	mapping: Mapping,
	roster: Table,
	callbacks: ConversionCallbacks,
	open: readonly OpenItem[],
): Promise<ConvertAnswer> {
	const [key] = sourcesIn(mapping, keyColumn) ?? [];
	if (key === undefined) {
		return {
			problems: [`No column is chosen for ${keyColumn}. Choose the ID by which Clever knows the student.`],
		};
	}
	const fileNames = filesOfMapping(mapping);
	if (fileNames.length === 0) {
		return { problems: [`The mapping names only ${keyColumn}. Add another column to import.`] };
	}
	let rows: RowsInProgress | undefined;
	let layouts: readonly FileLayout[] = [];
	let lineBreak: Head['lineBreak'] = '\n';
	for await (const part of readExport(source, formatOf(mapping), callbacks)) {
		if (part.kind === 'problem') return { problems: [part.problem] };
		if (part.kind === 'row') rows?.add(part.record, part.row, part.fault);
		if (part.kind === 'skipped') rows?.skip(part.row, part.fault);
		if (part.kind === 'leftOut') rows?.leaveOut(part.what);
		if (part.kind === 'told') rows?.tell(part.message, part.isProblem);
		if (part.kind !== 'head') continue;
		const { names } = part.head;
		if (!names.includes(key)) return { problems: [missingKey(key, names)] };
		const targets = targetsOf(mapping, names, roster, open);
		rows = new RowsInProgress(part.head, targets);
		layouts = layoutsOf(fileNames, targets.all, names);
		lineBreak = part.head.lineBreak;
	}
	if (!rows) return { problems: ['The file is empty.'] };
	rows.fillBlanks();
	const files: MadeFile[] = [];
	for (const layout of layouts) {
		const { count, rows: body } = rows.of(layout);
		const text = await csvText(withHeader(layout.header, body, callbacks), lineBreak);
		if (callbacks.isCanceled()) return { problems: ['Canceled.'] };
		files.push({ fileName: layout.table.fileName, text, rows: count });
	}
	return { files, report: rows.report(layouts) };
}

/** How to read the export. A mapping without \`header\` is for an export with one. */
function formatOf({ encoding, delimiter, header = true, headerRow, sheet }: Mapping): ExportFormat {
	return { encoding, delimiter, header, headerRow, sheet };
}

function missingKey(key: string, names: readonly string[]): string {
	const otherSpelling = names.find((name) => name.toLowerCase() === key.toLowerCase());
	const advice = otherSpelling === undefined ? 'Choose another column.' : `Use "${otherSpelling}".`;
	return `The export has no column "${key}", which ${keyColumn} comes from. ${advice}`;
}

/** The rows of a file, up to where the import is canceled. */
function* withHeader(
	header: readonly string[],
	rows: Iterable<readonly string[]>,
	{ isCanceled }: ConversionCallbacks,
): Iterable<readonly string[]> {
	yield header;
	for (const row of rows) {
		if (isCanceled()) return;
		yield row;
	}
}
