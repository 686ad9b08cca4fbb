import type { CountRange, RowsTarget } from '../../../../server/src/protocol';
import { plural } from '../../../../server/src/wording';
import { element, table, withShare } from '../../page/dom';
import { rowLink } from '../../page/rowLink';

/** What the students of a bar have. The style sheet has a color and a pattern for each. */
export type BarKind = 'code' | 'accepted' | 'wrong' | 'empty';

/** The bar of one value of a column. */
export interface Bar {
	readonly name: string;
	/** The label of a code; empty if it only repeats the name. */
	readonly meaning: string;
	/** A range in a saved report, whose bar is solid up to `from` and light up to `to`; else the same number twice. */
	readonly students: CountRange;
	/** The number of students and their share, as text. */
	readonly count: string;
	readonly share: string;
	readonly kind: BarKind;
	/** Where the bar leads; undefined where there is no place to go. */
	readonly target?: RowsTarget | undefined;
}

/**
 * A table with a row for each value, and a bar below its text: at any zoom and in any width, the text has its size.
 *
 * @param of how many students a full bar stands for.
 */
export function barTable(caption: string, bars: readonly Bar[], of: number): HTMLTableElement {
	const rows = bars.map((bar) => [nameCell(bar, of), bar.count, bar.share]);
	const created = table(caption, ['Value', 'Students', 'Share'], rows);
	created.classList.add('bars');
	return created;
}

function nameCell(bar: Bar, of: number): DocumentFragment {
	const { name, meaning, kind, students, count, target } = bar;
	const part = (students: number, className: string): HTMLElement | undefined =>
		students === 0 ? undefined : withShare(element('span', { class: className }), students / Math.max(1, of));
	const parts = [
		element('bdi', {}, name),
		...(meaning === '' ? [] : [' ', element('span', { class: 'meaning' }, meaning)]),
		element(
			'span',
			{ class: `track ${kind}` },
			students.from < students.to ? part(students.to, 'open') : undefined,
			part(students.from, 'fill'),
		),
	];
	const created = new DocumentFragment();
	if (!target) created.append(...parts);
	else {
		const shown = meaning === '' ? name : `${name} ${meaning}`;
		const noun = plural(students.to, 'student');
		created.append(rowLink(target, `${shown}: show the ${count} ${noun} in ${target.column}`, ...parts));
	}
	return created;
}
