import { element } from '../../page/dom';
import { severityClasses } from '../../page/severitySign';
import type { TablePage, TableState } from './table';

/** The height of a mark, in CSS pixels. */
const HEIGHT = 3;
/** How long to wait after the last change, in milliseconds. */
const DELAY = 200;

/** Neighboring parts of the scroll bar with the same severity. */
interface Run {
	readonly severity: string;
	readonly first: number;
	readonly count: number;
}

/** Shows along the scroll bar where the findings are; a click goes there. */
export function createScrollMarks(table: TablePage, region: HTMLElement): void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let last: TableState | undefined;
	let marks = '';

	const ask = async (): Promise<void> => {
		const { view, layout } = table.state;
		const parts = Math.max(1, Math.floor(region.clientHeight / HEIGHT));
		const answer = layout ? await table.extension.ask('marks', { view, parts }) : null;
		if (view !== table.state.view) return;
		marks = answer ?? '';
		region.replaceChildren(
			...runsOf(marks).map(({ severity, first, count }) => {
				const mark = element('div', { class: `mark ${severity}` });
				mark.style.top = `${(100 * first) / marks.length}%`;
				mark.style.height = `max(2px, ${(100 * count) / marks.length}%)`;
				return mark;
			}),
		);
	};
	const askSoon = (): void => {
		clearTimeout(timer);
		// A request that failed leaves the marks that are there.
		timer = setTimeout(() => void ask().catch(() => undefined), DELAY);
	};
	region.addEventListener('click', (event) => {
		const { top, height } = region.getBoundingClientRect();
		table.scrollToRow(Math.floor(((event.clientY - top) / height) * (table.state.shown ?? 0)));
	});
	new ResizeObserver(askSoon).observe(region);
	table.onChange((state) => {
		const isOther =
			state.generation !== last?.generation ||
			state.view !== last?.view ||
			state.shown !== last?.shown ||
			state.layout !== last?.layout;
		last = state;
		if (isOther) askSoon();
	});
}

function runsOf(marks: string): readonly Run[] {
	const runs: Run[] = [];
	for (const { 0: run, index } of marks.matchAll(/(\S)\1*/g)) {
		const severity = severityClasses.find((each) => each.startsWith(run.charAt(0))) ?? 'hint';
		runs.push({ severity, first: index, count: run.length });
	}
	return runs;
}
