import type { SchoolChanges, ShownChanges } from '../../../../server/src/protocol';
import { formatNumber } from '../../../../server/src/wording';
import { element, table } from '../../page/dom';

/** A school with its name, where the folder tells it. */
export function schoolLabel(id: string, names: ShownChanges['schoolNames']): string {
	if (id === '') return 'no school';
	const name = Object.hasOwn(names, id) ? names[id] : undefined;
	return name === undefined ? id : `${name} (${id})`;
}

/** The schools with a difference; undefined where there is none. */
export function schoolTable(
	schools: readonly SchoolChanges[],
	names: ShownChanges['schoolNames'],
): HTMLElement | undefined {
	const differing = schools.filter(
		({ added, gone, changed, emptied, filled, before, after }) =>
			before !== after || added + gone + changed + emptied + filled > 0,
	);
	if (differing.length === 0) return undefined;
	const rows = differing.map((school) => [
		schoolLabel(school.id, names),
		...[
			school.before,
			school.after,
			school.added,
			school.gone,
			school.changed,
			school.emptied,
			school.filled,
		].map(formatNumber),
	]);
	const headers = ['School', 'Before', 'Now', 'Added', 'Gone', 'Changed', 'Emptied', 'Filled'];
	const created = table('Differences by school', headers, rows);
	created.classList.add('schools');
	return element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Schools' }, created);
}
