import assert from 'node:assert/strict';
import type { Mapping } from '../../../server/src/convert/mapping/mapping';
import type { ExportFormat } from '../../../server/src/convert/read/exportFormat';
import { planImport } from '../../../server/src/convert/understand/planImport';
import type { ImportPlan, TargetPlan } from '../../../server/src/convert/understand/planTypes';
import type { RosterIdSets } from '../../../server/src/convert/understand/rosterIdSets';
import { type ExportSummary, summarize } from '../../../server/src/convert/understand/summary';
import { students, type Table } from '../../../server/src/spec';

export const waiting = { isCanceled: () => false, onProgress: () => {} };

export async function summarized(text: string, format: ExportFormat = {}): Promise<ExportSummary> {
	const source = { name: 'export.csv', bytes: new TextEncoder().encode(text) };
	const answer = await summarize(source, format, waiting);
	assert.ok(!('problem' in answer), JSON.stringify(answer));
	return answer;
}

/** The plan of an export in CSV; `beside` has the IDs of a roster. */
export async function planned(
	text: string,
	decisions: Mapping = {},
	beside?: RosterIdSets,
	roster: Table = students,
): Promise<ImportPlan> {
	return planImport(await summarized(text, decisions), decisions, roster, beside);
}

export function target(plan: ImportPlan, element: string): TargetPlan {
	const found = plan.targets.find((each) => each.element === element);
	assert.ok(found, element);
	return found;
}

/** The columns that feed each column of ours that has any, and how they were found: "Gender <- Sex (name)". */
export function settled(plan: ImportPlan): readonly string[] {
	return plan.targets
		.filter(({ from }) => from.length > 0)
		.map(({ element, from, how }) => `${element} <- ${from.join(' + ')} (${how})`);
}

/** What is open: "Gender" for a column, "Gender: Girl x 3" for a value in three rows. */
export function open(plan: ImportPlan): readonly string[] {
	return plan.open.map(({ element, value, rows }) =>
		value === null ? element : `${element}: ${value} x ${rows}`,
	);
}

/** The codes of a column of ours: value -> code, "?" while it is open. */
export function codes(plan: ImportPlan, element: string): Record<string, string | null> {
	return Object.fromEntries(
		target(plan, element).values.map(({ value, code }) => [value, code === undefined ? '?' : code]),
	);
}

/** CSV of a header and rows. */
export function csv(header: readonly string[], ...rows: readonly (readonly string[])[]): string {
	const cell = (value: string): string =>
		/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
	return `${[header, ...rows].map((row) => row.map(cell).join(',')).join('\n')}\n`;
}

/** CSV of columns with their values; a shorter one goes on with blanks. */
export function columnsCsv(columns: Readonly<Record<string, readonly string[]>>): string {
	const rows = Math.max(...Object.values(columns).map((values) => values.length));
	return csv(
		Object.keys(columns),
		...Array.from({ length: rows }, (_, row) => Object.values(columns).map((values) => values[row] ?? '')),
	);
}
