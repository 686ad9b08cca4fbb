import assert from 'node:assert/strict';
import { ActiveRules } from '../../server/src/check/activeRules';
import { Checker } from '../../server/src/check/live/checker';
import { CsvDocument } from '../../server/src/csv/document';
import { RecordReader } from '../../server/src/csv/scan';
import { defaultSettings } from '../../server/src/settings';
import { students, studentsExt, type Table } from '../../server/src/spec';
import { Random } from '../csv/random';
import { fileText } from '../support/messyFiles';
import { counting, drawEdits, edited, put, said } from './randomEdits';

/** Edits per bound; together more than 20,000. */
const ROUNDS = 3_600;
const EDITS_PER_DOCUMENT = 12;

interface Kind {
	readonly table: Table;
	readonly rows: number;
	readonly blockSize: number;
	readonly maxQuotedLines: number;
}

const active = new ActiveRules(defaultSettings);

function checkerOf(text: string, { table, blockSize, maxQuotedLines }: Kind): Checker {
	const reader = new RecordReader({ maxQuotedLines });
	const document = new CsvDocument('file:///a.csv', '', 1, text, { blockSize, reader });
	return new Checker(document, table, active);
}

/** Edits a document, checks it now and then but not always to the end, and compares it with a new one. */
function editsKeepUp(
	maxQuotedLines: number,
	rounds: number,
	kindOf: (random: Random) => Omit<Kind, 'maxQuotedLines'>,
): Set<string> {
	const rules = new Set<string>();
	for (let round = 0; round < rounds; round += EDITS_PER_DOCUMENT) {
		const random = new Random(maxQuotedLines * 1_000_000 + round);
		const kind = { ...kindOf(random), maxQuotedLines };
		const { text: first, columns } = fileText(random, kind);
		let text = first;
		const checker = checkerOf(text, kind);
		for (let count = 0; count < EDITS_PER_DOCUMENT; count++) {
			const next = drawEdits(random, text, columns);
			const before = text;
			text = edited(text, next);
			try {
				put(checker.document, next);
				if (random.chance(0.2)) {
					checker.run(counting(random));
					for (const { record } of checker.findings())
						assert.ok(record >= 0 && record <= checker.document.recordCount);
					if (random.chance(0.5)) continue;
				}
				assert.ok(checker.run());
				const fresh = checkerOf(text, kind);
				assert.ok(fresh.run());
				const expected = said(fresh);
				assert.deepEqual(said(checker), expected);
				for (const one of expected) rules.add(one.slice(0, one.indexOf(' ')));
			} catch (error) {
				const what = JSON.stringify({
					seed: random.seed,
					count,
					...kind,
					table: kind.table.fileName,
					before,
					next,
				});
				throw new Error(`${what}\n${error instanceof Error ? error.message : error}`, { cause: error });
			}
		}
	}
	return rules;
}

const tables = [students, studentsExt] as const;
const small = (random: Random) => ({
	table: random.pick(tables),
	rows: 2 + random.below(14),
	blockSize: 2 + random.below(80),
});
const large = (random: Random) => ({
	table: random.pick(tables),
	rows: 140,
	blockSize: 20 + random.below(400),
});

describe('a checker that follows edits has the findings of a new one', () => {
	const rules = new Set<string>();
	for (const bound of [1, 2, 3, 64]) {
		it(`with quoted fields of at most ${bound} lines`, () => {
			for (const rule of editsKeepUp(bound, ROUNDS, small)) rules.add(rule);
		});
	}
	it('with quoted fields of at most 64 lines, in files with more rows', () => {
		for (const rule of editsKeepUp(64, 300, large)) rules.add(rule);
	});

	it('and the edits have raised every kind of rule', () => {
		for (const rule of [
			...[
				'csv/unclosed-quote',
				'csv/text-after-quote',
				'csv/quote-in-field',
				'csv/field-count',
				'csv/blank-line',
			],
			...['csv/encoding', 'csv/delimiter', 'csv/empty-file', 'header/missing-key', 'header/missing-required'],
			...['header/duplicate-element', 'header/unknown-element', 'field/empty-key', 'field/unknown-code'],
			...['field/code-spelling', 'field/code-label', 'field/null-word', 'field/formula', 'field/outer-blank'],
			...['record/idea-without-type', 'record/type-without-idea', 'record/idea-without-disability'],
			...['table/duplicate-key', 'table/conflicting-rows'],
		]) {
			assert.ok(rules.has(rule), rule);
		}
	});
});

describe('a check in slices', () => {
	it('ends with the same findings, however often it stops', () => {
		for (let seed = 0; seed < 200; seed++) {
			const random = new Random(seed);
			const kind = { ...small(random), rows: 40, maxQuotedLines: random.pick([1, 2, 3, 64]) };
			const { text } = fileText(random, kind);
			const whole = checkerOf(text, kind);
			assert.ok(whole.run());
			const sliced = checkerOf(text, kind);
			while (!sliced.run(counting(random)));
			assert.deepEqual(said(sliced), said(whole), `seed ${seed}`);
		}
	});

	it('stops when asked to, and has more findings after each slice', () => {
		const rows = Array.from({ length: 50 }, (_, index) => `${index},Zzz\n`).join('');
		const kind = { table: studentsExt, rows: 0, blockSize: 20, maxQuotedLines: 64 };
		const checker = checkerOf(`sis_id,ext.title_i\n${rows}`, kind);
		const counts: number[] = [];
		while (!checker.run(() => true)) counts.push(checker.findings().length);
		assert.ok(counts.length > 10);
		assert.deepEqual(
			counts,
			[...counts].sort((a, b) => a - b),
		);
		assert.equal(checker.findings().length, 51, '50 values and the columns that the file lacks');
	});

	it('has no findings on deleted rows between two slices', () => {
		const rows = Array.from({ length: 50 }, (_, index) => `${index % 40},Yes\n`).join('');
		const checker = checkerOf(`sis_id,ext.title_i\n${rows}`, {
			table: studentsExt,
			rows: 0,
			blockSize: 20,
			maxQuotedLines: 1,
		});
		const twice = () => checker.findings().filter(({ rule }) => rule.id === 'table/duplicate-key');
		assert.ok(checker.run());
		assert.deepEqual(
			twice().map(({ record, explainedBy }) => [record, explainedBy]),
			Array.from({ length: 10 }, (_, index) => [index + 41, index + 1]),
		);
		const { start } = checker.document.recordSpan(45);
		put(checker.document, [{ start, end: start, text: 'x' }]);
		for (const { record, explainedBy } of twice()) assert.equal(explainedBy, record - 40);
		assert.ok(checker.run());
		assert.equal(twice().length, 9);
	});
});
