import assert from 'node:assert/strict';
import { districtTables } from '../../../server/src/check/districtTables';
import { ArrivedCheck } from '../../../server/src/compare/arrived/arrivedCheck';
import type {
	ArrivedCategory,
	ArrivedOutcome,
	ArrivedRefusal,
	ArrivedReport,
} from '../../../server/src/compare/arrived/arrivedTypes';
import { type ArrivedDownload, checkArrived } from '../../../server/src/compare/arrived/checkArrived';
import { readOurStudents } from '../../../server/src/compare/arrived/ourStudents';
import { readSettings } from '../../../server/src/settings';
import { students } from '../../../server/src/spec';
import { runToEnd } from '../../../server/src/work/runToEnd';
import { checkerOf } from '../../support/checking';

/** A district and a download to compare it with. */
export interface Arriving {
	readonly roster?: string;
	readonly extension?: string;
	readonly download: string | Uint8Array;
	readonly settings?: unknown;
	readonly today?: string;
	readonly schoolNames?: ReadonlyMap<string, string>;
	readonly choices?: Partial<Omit<ArrivedDownload, 'source'>>;
	readonly isCanceled?: () => boolean;
	readonly onProgress?: (done: number) => void;
}

/** What came of it. */
export interface Arrival {
	readonly check: ArrivedCheck;
	readonly report: ArrivedReport;
	/** Outcome, our value, theirs and the count of every pair of a category, in order. */
	readonly pairs: (element: string) => readonly (readonly [ArrivedOutcome, string, string, number])[];
	/** Students with arrived, missing, different and unclear values. */
	readonly counts: (element: string) => readonly [number, number, number, number];
	readonly category: (element: string) => ArrivedCategory;
}

/** Compares a download with a district; the result or the refusal, or null if it was canceled. */
export async function tryArriving(arriving: Arriving): Promise<Arrival | ArrivedRefusal | null> {
	const { roster, extension, download, settings = {}, today = '2026-11-15', choices = {} } = arriving;
	const ours = runToEnd(
		readOurStudents({
			roster: roster === undefined ? undefined : checkerOf('students.csv', roster, settings),
			extension: extension === undefined ? undefined : checkerOf('students_ext.csv', extension, settings),
		}),
	);
	const bytes = typeof download === 'string' ? new TextEncoder().encode(download) : download;
	const [table = students] = districtTables(readSettings(settings), [students]);
	const answer = await checkArrived(
		{ source: { name: 'download.csv', bytes }, format: {}, idColumn: undefined, columns: {}, ...choices },
		{
			ours,
			roster: table,
			today: new Date(`${today}T12:00:00`),
			schoolNames: arriving.schoolNames ?? new Map(),
		},
		{ isCanceled: arriving.isCanceled ?? (() => false), onProgress: arriving.onProgress ?? (() => {}) },
	);
	if (!(answer instanceof ArrivedCheck)) return answer;
	const report = runToEnd(answer.compare());
	const category = (element: string): ArrivedCategory => {
		const found = report.categories.find((each) => each.element === element);
		assert.ok(found, element);
		return found;
	};
	return {
		check: answer,
		report,
		category,
		pairs: (element) =>
			category(element).values.map(({ outcome, ours: own, theirs, count }) => [outcome, own, theirs, count]),
		counts: (element) => {
			const { arrived, missing, different, unclear } = category(element);
			return [arrived, missing, different, unclear];
		},
	};
}

/** Compares a download that can be compared. */
export async function arrive(arriving: Arriving): Promise<Arrival> {
	const answer = await tryArriving(arriving);
	if (!answer || 'problem' in answer) assert.fail(answer?.problem ?? 'was canceled');
	return answer;
}

/** Compares a download that cannot be compared. */
export async function refuse(arriving: Arriving): Promise<ArrivedRefusal> {
	const answer = await tryArriving(arriving);
	if (!(answer && 'problem' in answer)) assert.fail('was compared');
	return answer;
}
