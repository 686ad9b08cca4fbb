import type { SavedReport, SavedSchool, SavedSchools, ShareRange } from '../../coverage/savedReportTypes';
import { formatRange, formatShareRange, savedSchoolsNote, schoolsNotShown } from '../../wording';
import { type Markup, markup, shareStyle } from './markup';

const collator = new Intl.Collator('en', { numeric: true });
const CAPTION = 'Students with a code, by school';

/** The schools of a saved report; nothing where it has none. */
export function schoolParts({ schools, categories }: SavedReport): readonly Markup[] {
	if (schools === 'none') return [];
	if (schools === 'not-ids') return [markup('p', { class: 'quiet' }, schoolsNotShown)];
	return [schoolTable(schools, categories), markup('p', { class: 'quiet' }, savedSchoolsNote(schools))];
}

function schoolTable({ listed }: SavedSchools, categories: SavedReport['categories']): Markup {
	const columns = categories
		.filter(({ fileName }) => fileName !== undefined)
		.map(({ column, title }) =>
			markup('th', { scope: 'col', class: 'tall', title }, markup('span', {}, ...breakable(column))),
		);
	return markup(
		'div',
		{ class: 'scroll', role: 'region', 'aria-label': CAPTION, tabindex: '0' },
		markup(
			'table',
			{ class: 'heat' },
			markup('caption', {}, CAPTION),
			markup(
				'thead',
				{},
				markup(
					'tr',
					{},
					markup('th', { scope: 'col' }, 'School'),
					markup('th', { scope: 'col', class: 'number' }, 'Students'),
					...columns,
				),
			),
			markup('tbody', { class: 'whole' }, ...[...listed].sort(byName).map(schoolRow)),
		),
	);
}

function schoolRow({ id, name, students, withCode }: SavedSchool): Markup {
	return markup(
		'tr',
		{},
		markup(
			'th',
			{ scope: 'row' },
			name
				? markup(
						'div',
						{ class: 'school', title: `${name} (${id})` },
						markup('bdi', { class: 'name' }, name),
						' ',
						markup('bdi', { class: 'id' }, id),
					)
				: markup('div', { class: 'school', title: id }, markup('bdi', { class: 'name' }, id)),
		),
		markup('td', { class: 'number' }, formatRange(students)),
		...withCode.map((share) => shareCell(share, students.from)),
	);
}

function shareCell(share: ShareRange | undefined, students: number): Markup {
	if (!share) return markup('td', { class: 'none' }, '–');
	const style = shareStyle((share.from + share.to) / 200);
	return markup('td', { class: 'share', style }, formatShareRange(share, students));
}

/** By name, else by ID, never in the order of the file, which would tell who is in it first. */
function byName(one: SavedSchool, other: SavedSchool): number {
	return compare(one.name ?? one.id, other.name ?? other.id) || compare(one.id, other.id);
}

function compare(one: string, other: string): number {
	return collator.compare(one, other) || (one < other ? -1 : Number(one > other));
}

/** The name of a column, which may be broken after a part of it. */
function breakable(name: string): readonly (Markup | string)[] {
	return name.split(/(?<=[_.])/).flatMap((part) => [part, { html: '<wbr />' }]);
}
