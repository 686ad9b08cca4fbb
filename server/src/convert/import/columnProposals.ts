/** Which column of an export may hold which column of ours: by its header, and by whether its values fit. */

import { joinSpaces } from '../../characters';
import { type Element, findElement, isExtension, students, type Table } from '../../spec';
import { type ExportHeaders, exportHeaders, headerKey } from '../../spec/exportHeaders';
import { isOfStudents, tablePrefix } from '../../spec/headerMeaning';
import { certainCode } from '../../spec/meaning';

/** A column of an export, and values that occur in it. */
export interface SeenColumn {
	readonly name: string;
	/** Distinct and not empty; where there are many, only some of them. */
	readonly values: readonly string[];
}

/** What is proposed for one column of the new files. */
export interface ColumnProposal {
	/** Its exact name. */
	readonly column: string;
	/** What the column holds, in a few words for people. */
	readonly title: string;
	/** Whether the column has codes. */
	readonly coded: boolean;
	/** Whether the column is one of the fourteen categories that Amplify reads. */
	readonly demographic: boolean;
	/** The proposed column of the export; undefined if none is certain enough. */
	readonly source?: string | undefined;
	/** What a person should check before accepting the proposal, in sentences. */
	readonly note?: string | undefined;
	/** Other columns of the export that may hold the values, the most likely first. */
	readonly candidates: readonly string[];
}

/** A column of the export that may hold a column of the new files. */
interface Candidate {
	readonly source: SeenColumn;
	/** Whether the header is certain enough for a proposal, and not only for an offer. */
	readonly isCertain: boolean;
	/** The lower, the more likely. */
	readonly rank: number;
	/** Whether a value has a meaning in the column; also true if the column has no codes or the export no values. */
	readonly fits: boolean;
}

/** Added to the rank of a header that matches only without its prefix ("Students.Gender"): it is less certain. */
const PREFIX_PENALTY = 1000;

/**
 * Makes a proposal for every documented column, the student ID first, and then for each extension column of another
 * partner in the export. `roster` as in `codesOf`.
 */
export function proposeColumns(sources: readonly SeenColumn[], roster: Table): readonly ColumnProposal[] {
	const elements = roster.elements.toSorted((a, b) => Number(isKey(b)) - Number(isKey(a)));
	const candidates = new Map(elements.map((element) => [element, candidatesOf(element, sources)]));
	return [
		...elements.map((element) => propose(element, candidates)),
		...sources.filter(({ name }) => isForeignExtension(name)).map(({ name }) => foreign(name)),
	];
}

function propose(element: Element, all: ReadonlyMap<Element, readonly Candidate[]>): ColumnProposal {
	const candidates = all.get(element) ?? [];
	const fitsElsewhere = ({ source, fits }: Candidate): boolean =>
		!fits &&
		[...all.values()].some((others) => others.some((other) => other.source === source && other.fits));
	const certain = candidates.find((candidate) => candidate.isCertain && !fitsElsewhere(candidate));
	// There is no import without the student ID, so an uncertain column is proposed with a note.
	const proposed = certain ?? (isKey(element) ? candidates[0] : undefined);
	const { column, title } = element;
	return {
		column,
		title,
		coded: element.optionSet !== undefined,
		demographic: element.kind === 'demographic',
		source: proposed?.source.name,
		note: proposed && !certain ? uncertainKeyNote(proposed.source.name) : undefined,
		candidates: candidates.filter((candidate) => candidate !== proposed).map(({ source }) => source.name),
	};
}

function uncertainKeyNote(name: string): string {
	return `${name} may be a student number or state ID. Choose the ID that ${students.fileName} has as ${students.primaryKey}.`;
}

function isKey({ column }: Element): boolean {
	return column === students.primaryKey;
}

/** The most likely first: columns whose values fit, then certain headers, then by rank and the order of the export. */
function candidatesOf(element: Element, sources: readonly SeenColumn[]): readonly Candidate[] {
	const headers = exportHeaders.find(({ column }) => column === element.column);
	return sources
		.flatMap((source): Candidate[] => {
			const match = matchHeader(element, headers, source.name);
			return match ? [{ source, ...match, fits: fits(element, source) }] : [];
		})
		.sort(
			(a, b) =>
				Number(b.fits) - Number(a.fits) || Number(b.isCertain) - Number(a.isCertain) || a.rank - b.rank,
		);
}

function matchHeader(
	element: Element,
	headers: ExportHeaders | undefined,
	header: string,
): Pick<Candidate, 'isCertain' | 'rank'> | undefined {
	// A Y/N column of Clever holds the same as its twin among the extension columns.
	const twins = students.elements.filter(({ twin }) => twin === element.column).map(({ column }) => column);
	const names = [element.column, ...(headers?.names ?? []), ...twins].map(headerKey);
	const perhaps = (headers?.perhaps ?? []).map(headerKey);
	// "Race (column 7)" is our name for a repeated "Race" of the export.
	const whole = headerKey(header.replace(/ \(column \d+\)\**$/, ''));
	const prefix = tablePrefix(header);
	const tail = headerKey(header.slice(prefix.length));
	for (const [key, penalty, isCertain] of [
		[whole, 0, true],
		[tail, PREFIX_PENALTY, isOfStudents(prefix, element)],
	] as const) {
		if (names.includes(key)) return { isCertain, rank: names.indexOf(key) + penalty };
		if (perhaps.includes(key)) return { isCertain: false, rank: perhaps.indexOf(key) + penalty };
	}
	return undefined;
}

function fits({ optionSet }: Element, { values }: SeenColumn): boolean {
	if (!optionSet || values.length === 0) return true;
	return values.some((value) => certainCode(optionSet, value));
}

/** Whether a header is an extension column of another partner, which an import must keep. */
function isForeignExtension(name: string): boolean {
	return isExtension(name) && !joinSpaces(name).includes(' ') && !findElement(students, name);
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
