import { type Row, verdictOf } from './row';

const TITLES = ['what', 'against', 'goal', 'figure', ''];

/** The rows as a table for the terminal, each with its details in a line below. */
export function tableOf(rows: readonly Row[], smoke: boolean): string {
	const cells = rows.map((row) => [
		row.what,
		row.against,
		`<= ${shown(row.goal, row)}`,
		row.figure === undefined ? '-' : shown(row.figure, row),
		verdictOf(row, smoke),
	]);
	const widths = TITLES.map((title, column) =>
		Math.max(title.length, ...cells.map((line) => (line[column] as string).length)),
	);
	const line = (texts: readonly string[]): string =>
		texts
			.map((text, column) => text.padEnd(widths[column] as number))
			.join(' | ')
			.trimEnd();
	const rule = widths.map((width) => '-'.repeat(width)).join('-|-');
	const body = rows.flatMap((row, index) => [line(cells[index] as string[]), `    ${row.detail}`]);
	return [line(TITLES), rule, ...body].join('\n');
}

function shown(value: number, { unit, goal }: Row): string {
	if (unit === 'ms') return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
	// A small ratio is easier to read as a fraction.
	const parts = 1 / value;
	if (goal <= 0.25 && parts > 1) return `1/${parts.toFixed(parts < 9.95 ? 1 : 0)}`.replace(/\.0$/, '');
	return `${value.toFixed(2)}x`;
}
