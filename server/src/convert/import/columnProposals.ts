/** Which column of an export may hold which column of ours: by its header, and by whether its values fit. */

import { type Element, findElement, isExtension, students, type Table } from '../../spec';
import { type ExportHeaders, exportHeaders, headerKey } from '../../spec/exportHeaders';
import { certainCode } from '../../spec/meaning';

/** A column of an export with the values that were seen in it. */
export interface SeenColumn {
	readonly name: string;
	/** Distinct, not empty; not all of them where there are many. */
	readonly values: readonly string[];
}

/** What is proposed for one column of ours. */
export interface ColumnProposal {
	readonly column: string;
	/** A line for people: what stands in the column. */
	readonly title: string;
	/** Whether it has codes. */
	readonly coded: boolean;
	/** One of the fourteen categories that Amplify reads. */
	readonly demographic: boolean;
	/** The column of the export; undefined where none is sure enough. */
	readonly source?: string | undefined;
	/** What a person should know of the proposal before it is taken, in a sentence. */
	readonly note?: string | undefined;
	/** Other columns of the export that may hold it, the likeliest first. */
	readonly candidates: readonly string[];
}

interface Claim {
	readonly source: SeenColumn;
	/** Whether the header is one that is proposed, and not only offered. */
	readonly sure: boolean;
	/** The lower the likelier. */
	readonly rank: number;
	/** Whether a value means something in the column; true too where nothing is known of the values. */
	readonly fits: boolean;
}

/** A name that matches only behind a table's prefix ("Students.Gender") is less sure than one that matches whole. */
const PREFIXED = 1000;

/**
 * Every column of ours, the one that names the student first, and then what the export has besides for `ext.`;
 * `roster` as in `codesOf`.
 */
export function proposeColumns(sources: readonly SeenColumn[], roster: Table): readonly ColumnProposal[] {
	const elements = roster.elements.toSorted((a, b) => Number(isKey(b)) - Number(isKey(a)));
	const claims = new Map(elements.map((element) => [element, claimsOf(element, sources)]));
	return [
		...elements.map((element) => propose(element, claims)),
		...sources.filter(({ name }) => isForeignExtension(name)).map(({ name }) => foreign(name)),
	];
}

function propose(element: Element, all: ReadonlyMap<Element, readonly Claim[]>): ColumnProposal {
	const claims = all.get(element) ?? [];
	const isBetterElsewhere = ({ source, fits }: Claim): boolean =>
		!fits && [...all.values()].some((others) => others.some((o) => o.source === source && o.fits));
	const sure = claims.find((claim) => claim.sure && !isBetterElsewhere(claim));
	// Without a column that names the student there is no import, so a doubtful one is proposed with its doubt.
	const taken = sure ?? (isKey(element) ? claims[0] : undefined);
	const { column, title } = element;
	return {
		column,
		title,
		coded: element.optionSet !== undefined,
		demographic: element.kind === 'demographic',
		source: taken?.source.name,
		note: taken && !sure ? doubtfulKey(taken.source.name) : undefined,
		candidates: claims.filter((claim) => claim !== taken).map(({ source }) => source.name),
	};
}

function doubtfulKey(name: string): string {
	return `${name} looks like a number that people use or the state's id. It must be the id by which Clever knows the student, the ${students.primaryKey} of ${students.fileName}.`;
}

function isKey({ column }: Element): boolean {
	return column === students.primaryKey;
}

/** The likeliest first; columns whose values fit before all others, and of equal ones the first in the export. */
function claimsOf(element: Element, sources: readonly SeenColumn[]): readonly Claim[] {
	const known = exportHeaders.find(({ column }) => column === element.column);
	return sources
		.flatMap((source): Claim[] => {
			const found = rankOf(element, known, source.name);
			return found ? [{ source, ...found, fits: fits(element, source) }] : [];
		})
		.sort((a, b) => Number(b.fits) - Number(a.fits) || Number(b.sure) - Number(a.sure) || a.rank - b.rank);
}

function rankOf(
	element: Element,
	known: ExportHeaders | undefined,
	header: string,
): Pick<Claim, 'sure' | 'rank'> | undefined {
	// Clever's own Y/N column asks the same as its twin among the extension columns.
	const twins = students.elements.filter(({ twin }) => twin === element.column).map(({ column }) => column);
	const names = [element.column, ...(known?.names ?? []), ...twins].map(headerKey);
	const perhaps = (known?.perhaps ?? []).map(headerKey);
	// "Race (column 7)" is the second "Race" of the export.
	const whole = headerKey(header.replace(/ \(column \d+\)\**$/, ''));
	// `ext.` is no table's prefix: what stands behind it is a partner's word, and no column of students.csv.
	const [prefix = ''] = isExtension(header) ? [] : (/^.*[.\]]/.exec(header) ?? []);
	const tail = headerKey(header.slice(prefix.length));
	for (const [key, penalty, isSure] of [
		[whole, 0, true],
		[tail, PREFIXED, isOfStudents(prefix, element)],
	] as const) {
		if (names.includes(key)) return { sure: isSure, rank: names.indexOf(key) + penalty };
		if (perhaps.includes(key)) return { sure: false, rank: perhaps.indexOf(key) + penalty };
	}
	return undefined;
}

/**
 * Whether what stands behind a prefix is surely the student's: schools and families have ids, names and addresses too,
 * while a category is nobody else's. PowerSchool calls the table of its students 1.
 */
function isOfStudents(prefix: string, { optionSet }: Element): boolean {
	if (/contact|guardian|parent/i.test(prefix)) return false;
	return optionSet !== undefined || /stu|pupil|enrol|^\[0?1\]/i.test(prefix);
}

function fits({ optionSet }: Element, { values }: SeenColumn): boolean {
	if (!optionSet || values.length === 0) return true;
	return values.some((value) => certainCode(optionSet, value));
}

/** An `ext.` column that another partner reads: it must not get lost. */
function isForeignExtension(name: string): boolean {
	return isExtension(name) && !/\s/.test(name) && !findElement(students, name);
}

function foreign(name: string): ColumnProposal {
	const title = "Another partner's extension column";
	return {
		column: name,
		title,
		coded: false,
		demographic: false,
		source: name,
		candidates: [],
	};
}
