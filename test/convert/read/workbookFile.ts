import { strToU8, type Zippable, zipSync } from 'fflate';

/** A made-up workbook: the XML of its sheets and of what they share. */
export interface WorkbookFile {
	/** Name of the sheet → the XML of its rows. */
	readonly sheets: Readonly<Record<string, string>>;
	/** Attributes of a sheet in the list of sheets. */
	readonly attributes?: Readonly<Record<string, string>>;
	/** XML after a sheet's rows, and before them. */
	readonly after?: string;
	readonly before?: string;
	/** The XML of the shared strings. */
	readonly strings?: readonly string[];
	/** The number formats of the styles 1, 2, …; the ID of a built-in one or a code. */
	readonly formats?: readonly (number | string)[];
	/** Attributes of the workbook's properties. */
	readonly properties?: string;
	/** Other files, or those that replace the ones made here. */
	readonly files?: Readonly<Record<string, string>>;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const FIRST_OWN_FORMAT = 164;

/** The bytes of a workbook, as ECMA-376-1 describes its files. */
export function workbookBytes(workbook: WorkbookFile): Uint8Array {
	const { sheets, attributes = {}, after = '', before = '', strings = [], formats = [] } = workbook;
	const names = Object.keys(sheets);
	const relation = (id: string, type: string, target: string): string =>
		`<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
	const relations = (content: string): string =>
		`<?xml version="1.0"?><Relationships xmlns="${PACKAGE}">${content}</Relationships>`;
	const formatIds = formats.map((format, index) =>
		typeof format === 'number' ? format : FIRST_OWN_FORMAT + index,
	);
	const files: Record<string, string> = {
		'_rels/.rels': relations(relation('r1', 'officeDocument', 'xl/workbook.xml')),
		'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr ${workbook.properties ?? ''}/><sheets>${names
			.map(
				(name, index) =>
					`<sheet name="${name}" sheetId="${index + 1}" r:id="s${index}" ${attributes[name] ?? ''}/>`,
			)
			.join('')}</sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': relations(
			names.map((_, index) => relation(`s${index}`, 'worksheet', `worksheets/sheet${index}.xml`)).join('') +
				relation('r1', 'sharedStrings', '/xl/sharedStrings.xml') +
				relation('r2', 'styles', 'styles.xml'),
		),
		'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts>${formats
			.map((format, index) =>
				typeof format === 'number' ? '' : `<numFmt numFmtId="${formatIds[index]}" formatCode="${format}"/>`,
			)
			.join(
				'',
			)}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formatIds
			.map((id) => `<xf numFmtId="${id}"/>`)
			.join('')}</cellXfs></styleSheet>`,
		'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings.map((xml) => `<si>${xml}</si>`).join('')}</sst>`,
		...Object.fromEntries(
			names.map((name, index) => [
				`xl/worksheets/sheet${index}.xml`,
				`<worksheet xmlns="${MAIN}">${before}<sheetData>${sheets[name]}</sheetData>${after}</worksheet>`,
			]),
		),
		...workbook.files,
	};
	return zipOf(files);
}

/** A zip archive of texts. */
export function zipOf(files: Readonly<Record<string, string>>): Uint8Array {
	return zipSync(
		Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])) as Zippable,
	);
}

/** A row of cells with text in them, as some programs write it. */
export function textRow(row: number, values: readonly string[]): string {
	return `<row r="${row}">${values.map((value) => `<c t="inlineStr"><is><t>${value}</t></is></c>`).join('')}</row>`;
}
