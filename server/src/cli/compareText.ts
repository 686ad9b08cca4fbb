import type { CategoryChanges, DistrictChanges, ListedStudent } from '../compare/changes/changesTypes';
import { terminalText } from '../safeText';
import { countOf, formatNumber, shown, wordList } from '../wording';
import type { Colors } from './formats/format';

/** The most lines of one list; the JSON has all. */
const MOST = 100;
/** The most changes that are listed of one category. */
const MOST_CHANGES = 10;

/** A line, or the title above some. */
type Line = string | { readonly title: string; readonly isAlarm?: boolean };

/** A comparison for people: alarms first, then who came and went, then what changed in each category. */
export function* compareText(
	paths: { readonly old: string; readonly new: string },
	changes: DistrictChanges,
	colors: Colors,
): Iterable<string> {
	for (const line of linesOf(paths, changes)) {
		if (typeof line === 'string') yield `${terminalText(line)}\n`;
		else yield `${(line.isAlarm ? colors.red : colors.bold)(terminalText(line.title))}\n`;
	}
}

function* linesOf(
	paths: { readonly old: string; readonly new: string },
	{ students, categories, schools, alarms, notes }: DistrictChanges,
): Iterable<Line> {
	const { before, after, added, gone } = students;
	yield { title: `${paths.old}: ${countOf(before, 'student')}` };
	yield {
		title: `${paths.new}: ${countOf(after, 'student')}, ${formatNumber(added.length)} added and ${formatNumber(gone.length)} gone`,
	};
	if (alarms.length > 0) yield { title: `${countOf(alarms.length, 'alarm')}:`, isAlarm: true };
	for (const { message } of alarms) yield `- ${message}`;
	for (const note of notes) yield `Note: ${note}`;
	const differing = categories.filter(({ changes }) => changes.length > 0);
	if (differing.length > 0) yield { title: 'Values of students on both sides:' };
	for (const category of differing) yield* categoryLines(category);
	const same = categories.filter(
		({ compared, changes }) => students.inBoth > 0 && compared && changes.length === 0,
	);
	if (same.length > 0) yield `No value changed in ${wordList(same.map(({ element }) => element))}.`;
	const lacking = categories.filter(({ compared, fileName }) => !compared && fileName !== undefined);
	if (lacking.length > 0) yield `Not compared: ${wordList(lacking.map(({ element }) => element))}.`;
	const moving = schools.filter((school) => school.added + school.gone > 0);
	if (moving.length > 0) yield { title: 'Students by school:' };
	yield* cut(
		moving.map(
			(school) =>
				`- ${school.id === '' ? 'no school' : shown(school.id)}: ${formatNumber(school.before)} before, ${formatNumber(school.after)} now, ${formatNumber(school.added)} added, ${formatNumber(school.gone)} gone`,
		),
	);
	yield* list('Gone', gone);
	yield* list('Added', added);
}

function* categoryLines({ element, changed, emptied, filled, changes }: CategoryChanges): Iterable<Line> {
	const counts = [
		`${formatNumber(changed)} changed`,
		`${formatNumber(emptied)} emptied`,
		`${formatNumber(filled)} filled`,
	];
	yield `- ${element}: ${counts.join(', ')}`;
	for (const { from, to, count } of changes.slice(0, MOST_CHANGES)) {
		yield `    ${valueText(from)} → ${valueText(to)}: ${countOf(count, 'student')}`;
	}
	const hidden = changes.length - MOST_CHANGES;
	if (hidden > 0) yield `    and ${countOf(hidden, 'more', 'more')}. --format json lists all`;
}

function valueText(value: string): string {
	return value === '' ? '(empty)' : shown(value);
}

function* list(title: string, students: readonly ListedStudent[]): Iterable<Line> {
	if (students.length === 0) return;
	yield { title: `${title} (${formatNumber(students.length)}):` };
	yield* cut(
		students.map(({ id, name, school }) => {
			const more = [name, school === '' ? '' : `school ${school}`].filter((part) => part !== '');
			return `- ${shown(id)}${more.length > 0 ? ` (${shown(more.join(', '))})` : ''}`;
		}),
	);
}

function* cut(lines: readonly string[]): Iterable<string> {
	yield* lines.slice(0, MOST);
	const hidden = lines.length - MOST;
	if (hidden > 0) yield `- and ${countOf(hidden, 'more', 'more')}. --format json lists all`;
}
