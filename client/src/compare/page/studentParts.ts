import type { ChangedList, ListedStudent, ListStart, ShownChanges } from '../../../../server/src/protocol';
import { countOf, formatNumber } from '../../../../server/src/wording';
import { element, table } from '../../page/dom';
import { rowLink } from '../../page/rowLink';
import { schoolLabel } from './schoolParts';
import { sendButton, titledPart } from './view';

type Changes = Pick<ShownChanges, 'students' | 'idColumn' | 'schoolNames'>;
type Cell = Node | string;

/** The lists of students: who is gone, who is new, and whose ID changed. */
export function studentParts(changes: Changes): readonly (HTMLElement | undefined)[] {
	const { added, gone, zerosChanged, moved } = changes.students;
	const now = (student: ListedStudent): Cell => idLink(student, changes);
	const headers = ['Student ID', 'Name', 'School'];
	const facts = ({ name, school }: ListedStudent): readonly Cell[] => [
		name,
		schoolLabel(school, changes.schoolNames),
	];
	return [
		listPart('gone', gone, {
			title: 'Students Who Are Gone',
			about: 'In the last upload, and not in these files.',
			headers,
			row: (student) => [student.id, ...facts(student)],
		}),
		listPart('added', added, {
			title: 'New Students',
			about: 'In these files, and not in the last upload.',
			headers,
			row: (student) => [now(student), ...facts(student)],
		}),
		listPart('zerosChanged', zerosChanged, {
			title: 'IDs Whose Leading Zeros Changed',
			about:
				'The old ID is gone, and the new one differs by leading zeros only. Format the column as text, and export again.',
			headers: ['ID before', 'ID now', 'Name', 'School'],
			row: ({ before, after }) => [before.id, now(after), ...facts(after)],
		}),
		listPart('moved', moved, {
			title: 'IDs with Another Name',
			about: 'Another last name and another first name: check that IDs are not used again.',
			headers: ['Student ID', 'Before', 'Now', 'School now'],
			row: ({ before, after }) => [now(after), before.name, ...facts(after)],
		}),
	];
}

interface ListTexts<T> {
	readonly title: string;
	readonly about: string;
	readonly headers: readonly string[];
	readonly row: (entry: T) => readonly Cell[];
}

function listPart<T>(
	list: ChangedList,
	{ count, first }: ListStart<T>,
	{ title, about, headers, row }: ListTexts<T>,
): HTMLElement | undefined {
	if (count === 0) return undefined;
	const created = table(
		`${title}: ${formatNumber(first.length)} of ${formatNumber(count)}`,
		headers,
		first.map(row),
	);
	created.classList.add('students');
	const more = count - first.length;
	const rest =
		more > 0
			? element('p', {}, sendButton({ type: 'more', list }, 'Show More'), ` ${countOf(more, 'more student')}`)
			: undefined;
	return titledPart(
		`${title} (${formatNumber(count)})`,
		about,
		element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': title }, created),
		rest,
	);
}

/** The ID of a student of the new files, which leads to the rows. */
function idLink({ id }: ListedStudent, { idColumn }: Changes): Cell {
	return idColumn ? rowLink({ ...idColumn, show: { values: [id] } }, `${id}: show the row`, id) : id;
}
