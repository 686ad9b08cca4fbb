import { isUnseen, trimUnseen } from '../../characters';
import { FAULTY } from '../../csv/scan';
import { findElement, isExtension, normalizeColumn, siblingTable, type Table } from '../../spec';
import { noteOnHeader } from '../../spec/headerMeaning';
import { certainCode } from '../../spec/meaning';
import { cleverExtensionFields } from '../../spec/sources';
import { shown } from '../../wording';
import { hasOddName } from '../field/hiddenCharacter';
import { type Fix, setValue } from '../fix';
import type { Column, Layout } from '../layout';
import type { HeaderRule, ReportProblem } from '../rule';
import {
	isOnlyLookalike,
	type Likely,
	type Lookalike,
	lookalikesIn,
	siblingKey,
	withoutPrefix,
} from './lookalikes';

export const unknownElement: HeaderRule = {
	id: 'header/unknown-element',
	severity: 'warning',
	tellsValue: false,
	title: 'The column is not known',
	why: 'Clever and Amplify ignore a column with a name that they do not use, and all its values. In students_ext.csv, every column except sis_id must start with "ext.".',
	reason: 'lookalike-column',
	source: cleverExtensionFields,
	example: {
		table: 'students.csv',
		bad: 'Student_id,School_id,Last_name,First_name,Gendr\n1,5,Reyes,Ana,F\n',
		good: 'Student_id,School_id,Last_name,First_name,Gender\n1,5,Reyes,Ana,F\n',
	},

	checkHeader({ layout, table, fields }, report) {
		const key = layout.keyIndex < 0 ? siblingKey(layout.columns, table) : undefined;
		const lookalikes = lookalikesIn(layout);
		for (const column of layout.columns) {
			// The rules on quotes report a name that cannot be read.
			if ((fields.flags[column.index] as number) & FAULTY) continue;
			if (hasOddName(column)) continue;
			if (column.element || column.duplicateOf !== undefined || column === key) continue;
			const lookalike = lookalikes.get(column.index);
			if (isUnseen(column.header)) nameless(column, report);
			else if (isExtension(column.header)) extension(column, lookalike, report);
			else if (table.prefix) unprefixed(column, layout, lookalike, report);
			else unknown(column, layout, lookalike, report);
		}
	},
};

function nameless({ index }: Column, report: ReportProblem): void {
	report({ message: `Column ${index + 1} has no name. Name it, or remove the comma.` }, { column: index });
}

/** Columns with the prefix may belong to another partner of Clever: only a typing mistake in one of Amplify's is reported. */
function extension(column: Column, lookalike: Lookalike | undefined, report: ReportProblem): void {
	const mistyped = lookalike?.likely.filter(({ likeness }) => likeness === 'typo') ?? [];
	if (mistyped.length === 0) return;
	report(
		{
			message: `${quoted(column)} is not one of Amplify's columns. ${didYouMean(mistyped)}`,
			fixes: () => mistyped.map((likely) => rename(column, likely.column)),
		},
		{ column: column.index },
	);
}

function unprefixed(
	column: Column,
	layout: Layout,
	lookalike: Lookalike | undefined,
	report: ReportProblem,
): void {
	const { table } = layout;
	const likely = lookalike?.likely ?? [];
	const [first] = likely;
	const isBare = first?.likeness === 'bare';
	const prefixed = `${table.prefix}${normalizeColumn(withoutPrefix(column.header))}`;
	const withPrefix =
		isBare || layout.indexOf(prefixed) >= 0 || findElement(table, prefixed) ? [] : [prefixed];
	const sibling = siblingTable(table);
	const isOfSibling = sibling && findElement(sibling, column.header);
	const must = `must start with "${table.prefix}", like every column except ${table.primaryKey}.`;
	report(
		{
			severity: 'error',
			message: isOfSibling
				? `${quoted(column)} is a column of ${sibling.fileName}. Here it ${must}`
				: `${quoted(column)} ${must} ${adviceOn(column, layout, lookalike) ?? `Add the prefix: ${prefixed}.`}`,
			fixes: () => [
				...likely.map((one) => rename(column, one.column, isBare && isOnlyLookalike(layout, one.column))),
				...withPrefix.map((name) => rename(column, name)),
			],
		},
		{ column: column.index },
	);
}

function unknown(
	column: Column,
	layout: Layout,
	lookalike: Lookalike | undefined,
	report: ReportProblem,
): void {
	report(
		{
			message: `${quoted(column)} is not a column we know. ${adviceOn(column, layout, lookalike) ?? 'Check the name.'}`,
			// A column that was not read so far would be sent after a renaming: a person decides that, not *Fix All*.
			fixes: (row) =>
				byValues(lookalike?.likely ?? [], layout.table, row.sample?.(column.index) ?? []).map((likely) =>
					rename(column, likely.column),
				),
		},
		{ column: column.index },
	);
}

/** The columns in whose codes most of the values have a meaning first; the others keep their order. */
function byValues(likely: readonly Likely[], table: Table, values: readonly string[]): readonly Likely[] {
	if (likely.length < 2) return likely;
	const meaningful = ({ column }: Likely): number => {
		const set = findElement(table, column)?.optionSet;
		return set ? values.filter((value) => value !== '' && certainCode(set, value)).length : 0;
	};
	const counts = new Map(likely.map((one) => [one, meaningful(one)]));
	return likely.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
}

/** What to do with an unknown column, in a sentence; undefined if nothing is known about it. */
function adviceOn({ header }: Column, layout: Layout, lookalike: Lookalike | undefined): string | undefined {
	const { likely = [], present } = lookalike ?? {};
	const [first] = likely;
	if (first?.likeness === 'bare') return `Rename it to ${first.column}.`;
	if (first?.likeness === 'typo') return didYouMean(likely);
	if (first) return `If it is ${namesOf(likely)}, rename it.`;
	if (present) return `${present} is column ${layout.indexOf(present) + 1} already.`;
	return noteOnHeader(header);
}

function quoted({ header }: Column): string {
	return `"${shown(trimUnseen(header))}"`;
}

function namesOf(likely: readonly Likely[]): string {
	return likely.map(({ column }) => column).join(' or ');
}

function didYouMean(likely: readonly Likely[]): string {
	return `Did you mean ${namesOf(likely)}?`;
}

function rename({ index }: Column, name: string, preferred = false): Fix {
	return setValue(`Rename to ${name}`, index, name, preferred);
}
