import { ActiveRules } from '../../check/activeRules';
import { districtTables } from '../../check/districtTables';
import { type Finding, messageOf } from '../../check/finding';
import { aboutFileOr } from '../../check/findingAbout';
import { Checker } from '../../check/live/checker';
import type { ConversionCallbacks } from '../../convert/csvStream';
import { csvText } from '../../convert/csvText';
import { convert, type MadeFile } from '../../convert/import/convert';
import { type Mapping, sourcesIn } from '../../convert/mapping/mapping';
import type { ImportPlan } from '../../convert/understand/planTypes';
import type { ExportSummary } from '../../convert/understand/summary';
import { CsvDocument } from '../../csv/document';
import type { FilePreview, PreviewFinding } from '../../protocol';
import { fileRules, headerRules } from '../../rules';
import { lineText } from '../../safeText';
import type { Settings } from '../../settings';
import type { Table } from '../../spec';
import { MASK } from '../../wording';

/** Rows of the export that a preview is made of. */
const PREVIEW_ROWS = 20;

const unwatched: ConversionCallbacks = { isCanceled: () => false, onProgress: () => {} };

/**
 * The files that an import would make of the first rows, with what the check says about each: by the same conversion
 * and the same rules as for the whole. Empty while the plan makes no file.
 */
export async function previewFiles(
	summary: ExportSummary,
	{ mapping, open }: ImportPlan,
	settings: Settings,
	roster: Table,
): Promise<readonly FilePreview[]> {
	const bytes = new TextEncoder().encode(await sampleText(summary, mapping));
	const sample: Mapping = {
		...mapping,
		encoding: 'utf-8',
		delimiter: ',',
		header: true,
		headerRow: 1,
		sheet: undefined,
	};
	const answer = await convert({ name: 'preview.csv', bytes }, sample, roster, unwatched, open);
	return 'files' in answer ? answer.files.flatMap((file) => previewOf(file, settings) ?? []) : [];
}

/** The first rows of an export as CSV: the columns that a mapping names, since thousands may be left. */
function sampleText({ head, sampleRecords }: ExportSummary, mapping: Mapping): Promise<string> {
	const elements = [...Object.keys(mapping.columns ?? {}), ...Object.keys(mapping.flags ?? {})];
	const used = new Set(elements.flatMap((element) => sourcesIn(mapping, element) ?? []));
	const columns = [...head.names.keys()].filter((index) => used.has(head.names[index] ?? ''));
	const rowOf = (record: readonly string[]): readonly string[] => columns.map((index) => record[index] ?? '');
	const records = sampleRecords.slice(0, PREVIEW_ROWS).map(({ record }) => rowOf(record));
	return csvText([rowOf(head.names), ...records], '\n');
}

function previewOf({ fileName, text }: MadeFile, settings: Settings): FilePreview | undefined {
	const table = districtTables(settings).find((each) => each.fileName === fileName);
	if (!table) return undefined;
	const document = new CsvDocument(`preview:/${fileName}`, table.languageId, 1, text);
	const checker = new Checker(document, table, new ActiveRules(settings), { name: fileName });
	checker.run();
	const findings = checker.findings().filter(isOfRows);
	const findingsAt = (record: number): readonly PreviewFinding[] =>
		findings.filter((finding) => finding.record === record).map(shownFinding);
	const { columns } = checker.layout;
	const isSecret = columns.map(({ element }) => element?.kind === 'secret');
	const valuesAt = (record: number): readonly string[] =>
		columns.map((_, index) => {
			const value = document.fieldsOf(record)[index]?.value ?? '';
			return isSecret[index] && value !== '' ? MASK : value;
		});
	return {
		fileName,
		header: columns.map(({ header }) => header),
		findings: findingsAt(0),
		rows: Array.from({ length: document.recordCount - 1 }, (_, index) => ({
			values: valuesAt(index + 1),
			findings: findingsAt(index + 1),
		})),
	};
}

/** Whether a finding holds for these rows and the whole file: one on the header that counts rows does not. */
function isOfRows({ record, rule }: Finding): boolean {
	return record > 0 || [...headerRules, ...fileRules].some((each) => each.id === rule.id);
}

function shownFinding(finding: Finding): PreviewFinding {
	const { column, severity } = finding;
	const isOfField = aboutFileOr('field', finding) === 'field';
	return { column: isOfField ? column : null, severity, message: lineText(messageOf(finding)) };
}
