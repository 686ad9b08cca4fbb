import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { LiveRoster } from '../../server/src/check/dataset/liveRoster';
import type { CsvDocument } from '../../server/src/csv/document';
import { Random } from '../csv/random';
import { check, checkerOf, type Found, foundBy, ofRule } from '../support/checking';

describe('edits of either file', () => {
	const IDS = ['1', '01', '001', '2', '02', '3', '30', '300', 'A', 'N1', 'S2', ' 3', ''];
	const draw = (random: Random, columns: number): string =>
		[
			random.pick(IDS),
			...Array.from({ length: columns - 1 }, () => random.pick(['', 'Yes', 'No', 'N', 'Y', ...IDS])),
		].join(',');

	/** A change of the document that replaces, removes or inserts one line. */
	function change(random: Random, document: CsvDocument, columns: number): void {
		const lines = document.lineCount;
		const first = random.chance(0.03) ? 0 : 1 + random.below(lines);
		const last = first + random.below(3);
		const kept = random.chance(0.2) ? '' : `${draw(random, random.chance(0.1) ? columns - 1 : columns)}\n`;
		const text = first === 0 ? `${document.getText().split('\n')[0] as string}\n` : kept;
		const range = {
			start: { line: first, character: 0 },
			end: { line: first === 0 ? 1 : last, character: 0 },
		};
		document.update([{ range, text }], document.version + 1);
	}

	it('leave the findings of a new check of both files, and the unknown students that csv-parse finds', () => {
		const seen = new Set<string>();
		for (let seed = 0; seed < 150; seed++) {
			const random = new Random(seed);
			const options = { blockSize: 8 + random.below(120) };
			const idea = random.pick(['ext.idea_indicator', 'ext.title_i']);
			const students = checkerOf(
				'students.csv',
				`Student_id,Student_number,State_id,IEP_status,${idea}\n${Array.from({ length: 12 }, () => `${draw(random, 5)}\n`).join('')}`,
				{},
				options,
			);
			const checker = checkerOf(
				'students_ext.csv',
				`sis_id,ext.idea_indicator\n${Array.from({ length: 12 }, () => `${draw(random, 2)}\n`).join('')}`,
				{},
				options,
			);
			checker.compareWith(new LiveRoster(students));
			for (let round = 0; round < 12; round++) {
				if (random.chance(0.5)) change(random, students.document, 5);
				else change(random, checker.document, 2);
				let left = random.below(6);
				if (random.chance(0.3)) checker.run(() => left-- <= 0);
				else assert.ok(checker.run());
			}
			assert.ok(checker.run());
			const text = checker.document.getText();
			const siblingText = students.document.getText();
			const fresh = check('students_ext.csv', text, {}, { sibling: siblingText });
			const line = ({ rule, record, column, message }: Found) => `${rule} ${record}:${column} ${message}`;
			const now = foundBy(checker);
			assert.deepEqual(
				now.map(line).sort(),
				fresh.map(line).sort(),
				JSON.stringify({ seed, text, siblingText }),
			);
			assert.equal(checker.tally.total, now.length);
			for (const { rule } of now) seen.add(rule);

			const read = (csv: string) =>
				parse(csv, { relax_column_count: true, skip_empty_lines: false }) as string[][];
			const known = new Set(
				read(siblingText)
					.slice(1)
					.map(([id]) => id?.trim()),
			);
			const unknown = read(text)
				.slice(1)
				.filter(([id = '', ...more]) => id !== '' && id === id.trim() && more.length === 1 && !known.has(id));
			const said = ofRule('dataset/unknown-student', now).filter(({ record }) => record > 0);
			assert.deepEqual(
				said.map(({ text: id }) => id),
				unknown.map(([id]) => id),
			);
		}
		for (const rule of ['unknown-student', 'conflicting-value', 'idea-without-iep', 'iep-without-idea'])
			assert.ok(seen.has(`dataset/${rule}`), rule);
	});
});
