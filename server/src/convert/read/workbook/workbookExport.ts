/** An Excel workbook as rows: which of its sheets, and what its files say about all of them. */

import { countOf } from '../../../wording';
import type { ExportFormat } from '../exportFormat';
import { type Pace, type RawExport, type RawRow, UnreadableExport } from '../rawExport';
import { formatWithId, unescapedText } from './cellText';
import { glanceAtSheet, isTrue, type SharedParts, sheetRows, type WorkShare } from './sheet';
import { parseXml, type XmlListener } from './xml';
import { Unpacker, type ZipPart, zipParts } from './zip';

const damaged = 'The workbook is damaged. Open it in Excel, save it again, and import that.';

/** Opens a workbook; where more than one sheet has rows, `format` must name one. */
export async function openWorkbook(bytes: Uint8Array, format: ExportFormat, pace: Pace): Promise<RawExport> {
	try {
		const parts = zipParts(bytes);
		const files = new WorkbookFiles(parts, new Unpacker(bytes, pace));
		const { facts, batches } = await opened(files, format);
		return { facts, batches: readable(batches) };
	} catch (error) {
		throw asUnreadable(error);
	}
}

/** A damaged file fails in many ways: in the archive, in its XML, in numbers that lead nowhere. */
function asUnreadable(error: unknown): UnreadableExport {
	return error instanceof UnreadableExport ? error : new UnreadableExport(damaged);
}

async function* readable(batches: AsyncGenerator<readonly RawRow[]>): AsyncGenerator<readonly RawRow[]> {
	try {
		yield* batches;
	} catch (error) {
		throw asUnreadable(error);
	}
}

interface Sheet {
	readonly name: string;
	readonly part: ZipPart;
	readonly isHidden: boolean;
	/** Whether a filter hides rows. */
	readonly isFiltered: boolean;
}

async function opened(files: WorkbookFiles, format: ExportFormat): Promise<RawExport> {
	const shared = await files.shared();
	const sheets: Sheet[] = [];
	for (const sheet of files.sheets()) {
		const { hasRows, isFiltered } = await glanceAtSheet(files.text(sheet.part), shared);
		if (hasRows) sheets.push({ ...sheet, isFiltered });
	}
	const shown = sheets.filter(({ isHidden }) => !isHidden);
	const choices = shown.length > 0 ? shown : sheets;
	const sheet = chosenSheet(sheets, choices, format.sheet);
	return {
		facts: {
			kind: 'workbook',
			sheet: sheet.name,
			sheets: choices.map(({ name }) => name),
			warnings: sheet.isFiltered ? ['A filter hides rows of the sheet. They are imported, too.'] : [],
			lineBreak: '\n',
		},
		batches: sheetRows((progress) => files.text(sheet.part, progress), shared),
	};
}

function chosenSheet(sheets: readonly Sheet[], choices: readonly Sheet[], wanted: string | undefined): Sheet {
	const names = choices.map(({ name }) => name);
	if (wanted !== undefined) {
		const sheet = sheets.find(({ name }) => name === wanted);
		if (sheet) return sheet;
		throw new UnreadableExport(`The workbook has no sheet "${wanted}" with rows. Choose another one.`, names);
	}
	const [only, ...others] = choices;
	if (!only) throw new UnreadableExport('The workbook is empty.');
	if (others.length === 0) return only;
	throw new UnreadableExport(
		`The workbook has ${countOf(names.length, 'sheet')} with rows. Choose the one with the students.`,
		names,
	);
}

/** The files in a workbook, by what they are for (ECMA-376-1, 12). */
class WorkbookFiles {
	#relations: readonly Relation[] = [];
	#is1904 = false;
	readonly #sheets: { readonly name: string; readonly id: string; readonly isHidden: boolean }[] = [];

	constructor(
		private readonly parts: ReadonlyMap<string, ZipPart>,
		private readonly unpacker: Unpacker,
	) {}

	text(part: ZipPart, progress?: WorkShare): AsyncGenerator<string> {
		return this.unpacker.text(part, progress);
	}

	async #read(part: ZipPart | undefined, listener: XmlListener): Promise<void> {
		if (!part) return;
		for await (const _ of parseXml(this.text(part), listener));
	}

	async #readRelations(of: string): Promise<readonly Relation[]> {
		const folder = of.slice(0, of.lastIndexOf('/') + 1);
		const relations: Relation[] = [];
		await this.#read(this.parts.get(`${folder}_rels/${of.slice(folder.length)}.rels`), {
			open: (name, attribute) => {
				if (name !== 'Relationship') return;
				const target = (attribute('Target') ?? '').replaceAll('\\', '/');
				const path = new URL(target, `file:///${folder}`).pathname.slice(1);
				relations.push({
					id: attribute('Id') ?? '',
					type: (attribute('Type') ?? '').replace(/^.*\//, ''),
					part: this.parts.get(decodeURIComponent(path).toLowerCase()),
					path,
				});
			},
		});
		return relations;
	}

	/** The strings, formats and days of all sheets. */
	async shared(): Promise<SharedParts> {
		const root = (await this.#readRelations('')).find(({ type }) => type === 'officeDocument');
		const workbook = root?.part ?? this.parts.get(WORKBOOK);
		if (!workbook) throw new UnreadableExport(otherKind(this.parts));
		this.#relations = await this.#readRelations((root?.path ?? WORKBOOK).toLowerCase());
		const part = (wanted: string): ZipPart | undefined =>
			this.#relations.find(({ type }) => type === wanted)?.part;
		await this.#read(workbook, {
			open: (name, attribute) => {
				if (name === 'workbookPr') this.#is1904 = isTrue(attribute('date1904'));
				if (name === 'sheet')
					this.#sheets.push({
						name: attribute('name') ?? '',
						id: attribute('id') ?? '',
						isHidden: (attribute('state') ?? 'visible') !== 'visible',
					});
			},
		});
		return {
			is1904: this.#is1904,
			strings: await this.#strings(part('sharedStrings')),
			formats: await this.#formats(part('styles')),
		};
	}

	/** The sheets that have cells, in their order. */
	sheets(): readonly Omit<Sheet, 'isFiltered'>[] {
		return this.#sheets.flatMap(({ name, id, isHidden }) => {
			const relation = this.#relations.find((each) => each.id === id && each.type === 'worksheet');
			return relation?.part ? [{ name, isHidden, part: relation.part }] : [];
		});
	}

	async #strings(part: ZipPart | undefined): Promise<readonly string[]> {
		const strings: string[] = [];
		let text = '';
		let isText = false;
		let isPhonetic = false;
		await this.#read(part, {
			open: (name) => {
				if (name === 'si') text = '';
				else if (name === 'rPh') isPhonetic = true;
				else if (name === 't') isText = !isPhonetic;
			},
			text: (more) => {
				if (isText) text += more;
			},
			close: (name) => {
				if (name === 'si') strings.push(unescapedText(text));
				else if (name === 'rPh') isPhonetic = false;
				else if (name === 't') isText = false;
			},
		});
		return strings;
	}

	async #formats(part: ZipPart | undefined): Promise<readonly string[]> {
		const declared = new Map<number, string>();
		const ids: number[] = [];
		let isCellFormat = false;
		await this.#read(part, {
			open: (name, attribute) => {
				if (name === 'numFmt') declared.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
				else if (name === 'cellXfs') isCellFormat = true;
				else if (name === 'xf' && isCellFormat) ids.push(Number(attribute('numFmtId') ?? 0));
			},
			close: (name) => {
				if (name === 'cellXfs') isCellFormat = false;
			},
		});
		return ids.map((id) => formatWithId(id, declared));
	}
}

const WORKBOOK = 'xl/workbook.xml';

/** A link from one file of a workbook to another. */
interface Relation {
	readonly id: string;
	/** The last part of its type. */
	readonly type: string;
	readonly part: ZipPart | undefined;
	readonly path: string;
}

/** What an archive is that is no workbook of ours, and the way out. */
function otherKind(parts: ReadonlyMap<string, ZipPart>): string {
	if (parts.has('xl/workbook.bin'))
		return 'This is a binary workbook (.xlsb). Save it as .xlsx or "CSV UTF-8" in Excel and import that.';
	if (parts.has('content.xml'))
		return 'This is an OpenDocument file (.ods). Save it as .xlsx or CSV and import that.';
	if (parts.has('index/document.iwa'))
		return 'This is a Numbers file. Export it to Excel (.xlsx) or CSV and import that.';
	return 'This is a zip file and no Excel workbook. Unzip it and import the file inside.';
}
