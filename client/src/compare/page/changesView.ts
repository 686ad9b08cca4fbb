import type { ShownChanges } from '../../../../server/src/protocol';
import { countOf, formatNumber, plural } from '../../../../server/src/wording';
import { element } from '../../page/dom';
import { tiles } from '../../page/tiles';
import { changeCards, sameCategories } from './categoryParts';
import { alarmPart, notesPart } from './changeAlarms';
import { schoolTable } from './schoolParts';
import { studentParts } from './studentParts';
import { type PageView, titledPart } from './view';

/** The view of what changed since the last upload. */
export function changesView(changes: ShownChanges, district: string, comparedWith: string): PageView {
	const { categories, schools, isStale, problem } = changes;
	const next = problem === undefined ? ': comparing again…' : `, and cannot be compared again. ${problem}`;
	const stale = isStale ? ` The files have changed${next}` : '';
	const parts = [
		notesPart(changes),
		alarmPart(changes),
		summary(changes),
		...studentParts(changes),
		titledPart(
			'Categories',
			'Values of the students who are in both uploads. A student with several rows is counted once.',
			...changeCards(changes),
			sameCategories(categories),
		),
		titledPart(
			'Schools',
			'Where students came and went, and values changed.',
			schoolTable(schools, changes.schoolNames),
		),
		element(
			'p',
			{ class: 'quiet last' },
			'This page cannot be saved: differences between two uploads give small counts of students away.',
		),
	];
	return {
		title: 'What Changed',
		district,
		about: `Compared with ${comparedWith}.${stale}`,
		sections: parts.filter((part) => part !== undefined),
	};
}

function summary({ students, categories }: ShownChanges): HTMLElement {
	const { before, after, inBoth, added, gone } = students;
	const total = (kind: 'changed' | 'emptied' | 'filled'): number =>
		categories.reduce((sum, category) => sum + category[kind], 0);
	const values = (['changed', 'emptied', 'filled'] as const).map((kind) => [kind, total(kind)] as const);
	const isSame = added.count + gone.count === 0 && values.every(([, count]) => count === 0);
	return element(
		'section',
		{},
		tiles([
			[formatNumber(after), `${plural(after, 'student')} now`],
			[formatNumber(before), 'before'],
			[formatNumber(added.count), 'added'],
			[formatNumber(gone.count), 'gone'],
			...values.map(([kind, count]) => [formatNumber(count), `${plural(count, 'value')} ${kind}`] as const),
		]),
		element(
			'p',
			{ class: 'quiet' },
			isSame
				? `Nothing changed: the same ${countOf(inBoth, 'student')} with the same values.`
				: `${countOf(inBoth, 'student is', 'students are')} in both.`,
		),
	);
}
