import type { Position } from 'vscode-languageserver-types';
import type { Checker } from '../../check/live/checker';
import { isFieldRule } from '../../rules';
import { joinMarkdown, type MarkdownText, markdown, markdownCode, markdownText } from '../../safeText';
import type { Element } from '../../spec';
import { optionByCode } from '../../spec/meaning';
import { shown } from '../../wording';
import { codeWithLabelIn, NO_MARKDOWN } from '../markdown';
import { idAt, type Person, personOf, placesOf, rowsOfStudent } from '../students/student';

/** Rows examined per student; an ID on thousands of rows is bad data. */
const MAX_ROWS = 64;

/**
 * The student whose ID is at a position, with the categories as each file has them, as Markdown; empty if there is
 * no ID, or if neither file says more.
 */
export function studentHover(
	checker: Checker,
	sibling: Checker | undefined,
	position: Position,
): MarkdownText {
	const id = idAt(checker, position)?.field.value;
	if (id === undefined) return NO_MARKDOWN;
	// The roster comes first, whichever file the cursor is in.
	const files = [checker, ...(sibling ? [sibling] : [])].sort(
		(a, b) => Number(b.table.role === 'roster') - Number(a.table.role === 'roster'),
	);
	const person = personOf(files, id);
	return joinMarkdown([person ? personLine(person) : NO_MARKDOWN, categoryList(files, id)], '\n\n');
}

/** Name, school and grade, as far as they are known. */
function personLine({ name, school, grade }: Person): MarkdownText {
	return joinMarkdown(
		[
			markdown`**${markdownText(shown(name))}**`,
			school === '' ? NO_MARKDOWN : markdown`school ${markdownText(shown(school))}`,
			grade === '' ? NO_MARKDOWN : markdown`grade ${markdownText(shown(grade))}`,
		],
		' · ',
	);
}

/** A category of the student in one file. */
interface Entry {
	readonly element: Element;
	/** Without empty ones; more than one where the student's rows disagree. */
	readonly values: readonly string[];
	readonly fileName: string;
	/** What speaks against the value. */
	readonly doubts: readonly MarkdownText[];
}

/** The categories as one list, "category · value · file". Those that are read together are next to each other. */
function categoryList(files: readonly Checker[], id: string): MarkdownText {
	const entries = files.flatMap((file) => categoriesIn(file, id));
	const places = new Map<string, number>();
	for (const { element } of entries) {
		const place = element.topic ?? element.column;
		if (!places.has(place)) places.set(place, places.size);
	}
	const placeOf = ({ element }: Entry): number => places.get(element.topic ?? element.column) ?? 0;
	return joinMarkdown(
		[...entries]
			// The sort is stable: within a topic, and of a column in both files, the roster's comes first.
			.sort((a, b) => placeOf(a) - placeOf(b))
			.map((entry) => lineOf(entry, entries)),
		'\n',
	);
}

/** A line of the list; a contradiction is marked and explained. */
function lineOf(entry: Entry, entries: readonly Entry[]): MarkdownText {
	const { element, values, fileName } = entry;
	const doubts = [...new Set([...entry.doubts, ...contradictions(entry, entries)])];
	const value = joinMarkdown(
		values.map((one) => describe(element, one)),
		' / ',
	);
	const shownValue = values.length > 0 ? value : markdown`_empty_`;
	const parts = [markdownCode(element.column), shownValue, markdownText(fileName), ...doubts];
	const line = joinMarkdown(parts, ' · ');
	return doubts.length > 0 ? markdown`- ⚠ ${line}` : markdown`- ${line}`;
}

/** What the list itself shows: values of one column that differ, and a code whose companion is missing. */
function contradictions(
	{ element, values, doubts }: Entry,
	entries: readonly Entry[],
): readonly MarkdownText[] {
	const { column, expects } = element;
	const valuesOf = (wanted: string): readonly string[] =>
		entries.filter((other) => other.element.column === wanted).flatMap((other) => other.values);
	const found: MarkdownText[] = [];
	if (doubts.length === 0 && values.length > 0 && new Set(valuesOf(column)).size > 1)
		found.push(markdown`Values differ`);
	if (!expects || !values.includes(expects.code)) return found;
	const hasOther = entries.some((other) => other.element.column === expects.column);
	const others = valuesOf(expects.column);
	if (hasOther && !others.includes(expects.otherCode)) {
		const other = others[0] === undefined ? markdown`empty` : markdownCode(shown(others[0]));
		const is = markdown`${markdownCode(column)} is ${markdownCode(expects.code)}`;
		found.push(markdown`${is}, but ${markdownCode(expects.column)} is ${other}`);
	}
	return found;
}

/** The categories of a student in a file; none if the file does not have the student. */
function categoriesIn(file: Checker, id: string): readonly Entry[] {
	const { layout, table } = file;
	const places = placesOf(file, id).slice(0, MAX_ROWS);
	const rows = rowsOfStudent(file, id).slice(0, MAX_ROWS);
	const findings = places.flatMap(({ record }) => [...file.findingsBetween(record, record)]);
	return table.elements
		.filter(({ kind, column }) => kind === 'demographic' && rows.length > 0 && layout.indexOf(column) >= 0)
		.map((element) => {
			const { column } = element;
			const values = new Set(rows.map((row) => row.value(column) ?? '').filter((value) => value !== ''));
			// A rule on single fields says that a value is no code; every other compares values.
			const doubts = findings
				.filter((finding) => finding.column === layout.indexOf(column) && !isFieldRule(finding.rule))
				.map(({ rule }) => markdownText(rule.title));
			return {
				element,
				values: [...values],
				fileName: table.fileName,
				doubts: [...new Set(doubts)],
			};
		});
}

/** A value, with its label where it is a code and the label says more. */
function describe({ optionSet }: Element, value: string): MarkdownText {
	const option = optionSet && optionByCode(optionSet, value);
	return option?.code === value ? codeWithLabelIn(option) : markdownCode(shown(value));
}
