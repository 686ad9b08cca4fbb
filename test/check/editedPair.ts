import assert from 'node:assert/strict';
import { LiveRoster } from '../../server/src/check/dataset/liveRoster';
import { decisionsIn } from '../../server/src/check/decisions';
import type { Checker } from '../../server/src/check/live/checker';
import { checkerFacts } from '../../server/src/coverage/checkerFacts';
import { countStudents } from '../../server/src/coverage/counting/count';
import { readinessOf } from '../../server/src/coverage/readiness';
import { reportOf } from '../../server/src/coverage/report';
import { students, studentsExt, type Table } from '../../server/src/spec';
import { runToEnd } from '../../server/src/work/runToEnd';
import { fileText as districtText } from '../coverage/district';
import type { Random } from '../csv/random';
import { checkerOf } from '../support/checking';
import { fileText as messyText } from '../support/messyFiles';
import { fileText as alikeText, type FileName, IDS } from './alikeIds';
import { drawEdits, type Edit, edited, put, said } from './randomEdits';

/** Edits in one of the files, and what is done afterwards. */
interface PairStep {
	readonly fileName: FileName;
	readonly edits: readonly Edit[];
	/** How many times each check may stop; undefined where it runs to its end and is compared. */
	readonly slices: number | undefined;
}

/** The two files of a folder and their edits. */
export interface EditedPair {
	readonly texts: Readonly<Record<FileName, string>>;
	readonly blockSize: number;
	readonly steps: readonly PairStep[];
}

const tables: Readonly<Record<FileName, Table>> = {
	'students.csv': students,
	'students_ext.csv': studentsExt,
};

/** Draws two files: with faults of every kind, with IDs that are alike, or of a district with schools. */
function drawTexts(random: Random): Record<FileName, string> {
	const ids = Array.from({ length: 2 + random.below(IDS.length) }, () => random.pick(IDS));
	const kind = random.below(3);
	const text = (fileName: FileName): string => {
		if (kind === 0) return alikeText(random, fileName, ids);
		if (kind === 1) return messyText(random, { table: tables[fileName], rows: 12 }).text;
		return districtText(random, fileName === 'students.csv' ? 'roster' : 'extension', random.below(20));
	};
	return { 'students.csv': text('students.csv'), 'students_ext.csv': text('students_ext.csv') };
}

/** Draws two files and their edits, the last of which is compared. */
export function drawEditedPair(random: Random, texts = drawTexts(random)): EditedPair {
	const now = { ...texts };
	const count = 1 + random.below(12);
	const steps = Array.from({ length: count }, (_, at): PairStep => {
		const fileName = random.pick(['students.csv', 'students_ext.csv'] as const);
		const columns = now[fileName].split(/[\r\n]/)[0]?.split(',').length ?? 1;
		const edits = drawEdits(random, now[fileName], columns);
		now[fileName] = edited(now[fileName], edits);
		return { fileName, edits, slices: at < count - 1 && random.chance(0.4) ? random.below(6) : undefined };
	});
	return { texts, blockSize: 8 + random.below(120), steps };
}

/** The checkers of the two files of a folder. */
export type Pair = Readonly<Record<FileName, Checker>>;

/** New checkers of two texts, the second of which is compared with the first. */
export function pairOf(texts: EditedPair['texts'], blockSize: number): Pair {
	const roster = checkerOf('students.csv', texts['students.csv'], {}, { blockSize });
	const extension = checkerOf('students_ext.csv', texts['students_ext.csv'], {}, { blockSize });
	extension.compareWith(new LiveRoster(roster));
	return { 'students.csv': roster, 'students_ext.csv': extension };
}

/** Everything that is said of two files: findings and counts of each, the coverage report, and what holds them back. */
function allOf({ 'students.csv': roster, 'students_ext.csv': extension }: Pair) {
	assert.ok(extension.run() && roster.run());
	const files = [roster, extension];
	const readiness = readinessOf({
		files: files.flatMap((file) => checkerFacts(file) ?? []),
		unread: [],
		others: [],
		names: [],
		notSent: [],
	});
	return {
		findings: files.map(said),
		tallies: files.map(({ tally: { counts, total, fixable, decisions } }) => ({
			...{ counts, total, fixable, decisions },
		})),
		groups: files.map(({ tally }) =>
			[...tally.groups]
				.map(({ rule, severity, column, count }) => `${severity} ${rule.id} ${column} ${count}`)
				.sort(),
		),
		decisions: files.map((file) => runToEnd(decisionsIn(file)).length),
		rows: files.map(({ records, students: count, unread }) => ({ records, count, unread })),
		columns: files.map(({ columnFacts }) => columnFacts),
		report: reportOf(runToEnd(countStudents({ roster, extension })), files, { readiness }),
	};
}

/** Asserts that whatever is said of two files after edits in either is said of new ones with the same texts. */
export function assertPairKeepsUp({ texts, blockSize, steps }: EditedPair): void {
	const now = { ...texts };
	const pair = pairOf(texts, blockSize);
	for (const [at, { fileName, edits, slices }] of steps.entries()) {
		now[fileName] = edited(now[fileName], edits);
		put(pair[fileName].document, edits);
		if (slices !== undefined) {
			for (const checker of Object.values(pair)) {
				let left = slices;
				checker.run(() => left-- <= 0);
			}
			continue;
		}
		const actual = allOf(pair);
		const expected = allOf(pairOf(now, blockSize));
		assert.deepEqual(actual, expected, `after step ${at}: ${JSON.stringify(now)}`);
		assert.equal(actual.tallies.length, 2);
	}
}
