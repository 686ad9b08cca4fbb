/** The corpus: what is found in exports of many systems without a question, what is asked, and the files that are right. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyColumn } from '../../../server/src/convert/mapping/mapping';
import { students, studentsExt } from '../../../server/src/spec';
import { corpusTable } from './corpusTable';
import { exportCases } from './index';
import { comparableRows, rowsOf, type Trial, tryExport } from './trial';

describe('the import of', () => {
	for (const one of exportCases) {
		describe(`${one.system} (${one.fileName}): ${one.shape}`, () => {
			let trial: Trial;
			before(async () => {
				trial = await tryExport(one);
			});

			it('settles the columns that are certain, and no other', () => {
				const settled = trial.undecided.plan.targets
					.filter(({ kind, from }) => kind !== 'other' && from.length > 0)
					.map(({ element, how, from }) => [element, [how, ...from]]);
				assert.deepEqual(Object.fromEntries(settled), one.settled);
				if (one.recognized !== undefined) assert.equal(trial.undecided.plan.system, one.recognized);
			});

			it('asks what is not certain, and nothing else', () => {
				const open = trial.undecided.plan.open.map(({ element, value, rows }) => [element, value, rows]);
				assert.deepEqual(sorted(open), sorted(one.open));
			});

			it('guesses nothing wrong', () => assert.deepEqual(trial.wrong, []));

			it('makes the right files after the decisions', () => {
				assert.deepEqual(trial.decided.plan.open, []);
				for (const [fileName, text] of [
					[students.fileName, one.roster],
					[studentsExt.fileName, one.extension],
				] as const) {
					const right = rowsOf(text);
					assert.deepEqual(comparableRows(trial.decided.files[fileName] ?? [], right), right, fileName);
				}
				assert.deepEqual(
					trial.decided.report?.problems.map(({ row }) => row),
					one.problems ?? [],
				);
			});
		});
	}
});

describe('the corpus of exports', () => {
	it('has at least 28, and every category in several', () => {
		assert.ok(exportCases.length >= 28, String(exportCases.length));
		for (const { column, kind } of students.elements) {
			if (kind !== 'demographic') continue;
			const with_ = exportCases.filter(({ settled }) => Object.hasOwn(settled, column));
			assert.ok(with_.length >= 3, `${column}: ${with_.length}`);
		}
	});

	it('is listed in docs/import.md with what the import makes of it', async () => {
		const docs = readFileSync(join(__dirname, '../../../docs/import.md'), 'utf8');
		for (const line of await corpusTable()) assert.ok(docs.includes(`${line}\n`), `npm run exports: ${line}`);
	});

	it('asks only about values and columns that its exports have', () => {
		for (const { content, open, fileName } of exportCases) {
			if (typeof content !== 'string') continue;
			for (const [element, value, rows] of open) {
				if (value !== null) assert.ok(content.includes(value), `${fileName}: ${element} ${value}`);
				assert.ok(rows > 0 && rows < content.split('\n').length, `${fileName}: ${element}`);
			}
		}
	});

	it('has decisions for all that is asked', () => {
		for (const { open, decisions, fileName } of exportCases) {
			for (const [element, value] of open) {
				const isDecided =
					value === null
						? decisions?.columns?.[element] !== undefined
						: decisions?.codes?.[element]?.[value] !== undefined ||
							decisions?.codeTables?.[element] !== undefined;
				assert.ok(isDecided || (element === keyColumn && value !== null), `${fileName}: ${element} ${value}`);
			}
		}
	});
});

function sorted(open: readonly (readonly (string | number | null)[])[]): readonly string[] {
	return open.map((item) => JSON.stringify(item)).sort();
}
