import type { Checker } from '../check/live/checker';
import { type Severity, severities } from '../rules/rule';
import type { Steps } from '../work/steps';
import type { GridView } from './gridTypes';
import { visitReported } from './reportedRows';
import { viewRows } from './viewRows';

/** The most parts that a scroll bar is cut into. */
const MAX_PARTS = 10_000;

const NONE = severities.length;

/** The worst severity so far in each part of a view, a letter for each; a space where there is no finding. */
export function* gridMarks(checker: Checker, view: GridView, parts: number): Steps<string> {
	const shown = yield* viewRows(checker, view);
	const worst = new Uint8Array(Math.max(0, Math.min(MAX_PARTS, Math.floor(parts)))).fill(NONE);
	const share = worst.length / shown.length;
	const mark = (record: number, severity: Severity): void => {
		const row = shown.rowOf(record);
		const part = Math.floor(row * share);
		const rank = severities.indexOf(severity);
		if (row >= 0 && rank < (worst[part] ?? 0)) worst[part] = rank;
	};
	for (const _ of checker.visitFindings((record, { severity }) => mark(record, severity))) yield 1;
	for (const _ of visitReported(checker, ({ record, severity }) => mark(record, severity))) yield 1;
	return Array.from(worst, (rank) => severities[rank]?.charAt(0) ?? ' ').join('');
}
