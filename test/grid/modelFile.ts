import type { Random } from '../csv/random';

/** A field as it is written, and what it means. */
export interface ModelField {
	readonly raw: string;
	readonly value: string;
}

/** A record of a file, as the model of the property test has it. */
export interface ModelRow {
	readonly fields: readonly ModelField[];
	readonly lineBreak: string;
	/** Whether each value is in its own column. */
	readonly isReadable: boolean;
}

/** A file as records, the header first. */
export interface ModelFile {
	readonly bom: string;
	readonly rows: readonly ModelRow[];
}

const HEADERS = ['Pet_id', 'Name', 'Size', 'Kind', 'Password', 'Extra'];

/** Values that have tripped readers and writers of CSV. */
export const VALUES = [
	...[
		'',
		'',
		'1',
		'2',
		'3',
		'03',
		'S',
		'Large',
		'Tom, the cat',
		'say "hi"',
		'"',
		'""',
		'5" pipe',
		'"quoted"',
	],
	...[
		'one\ntwo',
		'one\r\ntwo',
		'a\rb',
		'\n',
		',',
		', Jr',
		' ',
		' x ',
		'=1+1',
		'👩‍🏫',
		'שָׁלוֹם',
		'\uFEFF',
		'a\tb',
		"'",
	],
];

const IDS = ['1', '2', '3', '4', '5', '01', 'a,b', '', ' 2'];

/** The text of a file. */
export function textOf({ bom, rows }: ModelFile): string {
	return bom + rows.map((row) => rawOf(row) + row.lineBreak).join('');
}

/** The text of a record, without its line break. */
export function rawOf({ fields }: ModelRow): string {
	return fields.map(({ raw }) => raw).join(',');
}

/** A field with a value, quoted as RFC 4180 requires it, or where `isQuoted` asks for it. */
export function fieldOf(value: string, isQuoted: boolean): ModelField {
	const raw = isQuoted || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
	return { raw, value };
}

/** Draws a file; with `hasOpenQuotes` it may have quotes that nothing closes. */
export function drawFile(random: Random, hasOpenQuotes: boolean): ModelFile {
	const width = 1 + random.below(5);
	const first = random.below(HEADERS.length - width + 1);
	const lineBreaks = random.pick([['\n'], ['\r\n'], ['\r'], ['\n', '\r\n', '\r']]);
	const header = HEADERS.slice(first, first + width).map((name) => fieldOf(name, random.chance(0.1)));
	const rows: ModelRow[] = [{ fields: header, lineBreak: random.pick(lineBreaks), isReadable: true }];
	for (let left = random.below(14); left > 0; left--) {
		const fields = drawFields(random, width, hasOpenQuotes);
		const isReadable = fields.length === width && fields.every(isSound);
		let lineBreak = random.pick(lineBreaks);
		// A CR and the LF of a blank line would be one line break.
		const isBlank = fields.length === 1 && fields[0]?.raw === '';
		if (isBlank && rows.at(-1)?.lineBreak === '\r' && lineBreak === '\n') lineBreak = '\r';
		rows.push({ fields, lineBreak, isReadable });
	}
	const last = rows.at(-1) as ModelRow;
	if (random.chance(0.4) && rawOf(last) !== '') rows[rows.length - 1] = { ...last, lineBreak: '' };
	return { bom: random.chance(0.2) ? '\uFEFF' : '', rows };
}

const FAULTS = ['"a" b', 'q"x', '""x'];

function drawFields(random: Random, width: number, hasOpenQuotes: boolean): readonly ModelField[] {
	if (random.chance(0.06)) return [{ raw: '', value: '' }];
	const length = random.chance(0.88) ? width : 1 + random.below(7);
	return Array.from({ length }, (_, column) => {
		if (hasOpenQuotes && random.chance(0.05)) return { raw: '"open', value: '"open' };
		if (random.chance(0.03)) {
			const raw = random.pick(FAULTS);
			return { raw, value: raw };
		}
		return fieldOf(random.pick(column === 0 ? IDS : VALUES), random.chance(0.2));
	});
}

function isSound({ raw, value }: ModelField): boolean {
	return raw !== value || !raw.includes('"');
}
