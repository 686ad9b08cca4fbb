import assert from 'node:assert/strict';
import type { Checker } from '../../server/src/check/live/checker';
import type { GridRow, GridRows } from '../../server/src/grid/gridTypes';
import { gridRows } from '../../server/src/grid/rows';
import { runToEnd } from '../../server/src/work/runToEnd';
import { checkerOf } from '../support/checking';
import { pets } from '../support/pets';
import { viewOf } from './support';

const window = (checker: Checker, columns = [0, 1], first = 0, count = 10): GridRows =>
	runToEnd(gridRows(checker, viewOf({}), { first, count, columns }));
const onlyRow = (row: string, columns = [1]): GridRow => {
	const [first] = window(checkerOf(pets, `Pet_id,Name,Size\n${row}\n`), columns).rows;
	assert.ok(first);
	return first;
};

describe('the rows of a window', () => {
	it('have the wanted columns in the wanted order, unquoted', () => {
		assert.deepEqual(onlyRow('1,"a ""b"", c",S', [1, 0]).values, ['a "b", c', '1']);
		assert.deepEqual(onlyRow('1,"two\nlines",S').values, ['two\nlines']);
		assert.deepEqual(onlyRow('1,a,S', [7, -1]).values, ['', ''], 'columns that the file does not have');
	});

	it('are cut to 300 units, and never in the middle of a character', () => {
		const cutOf = (value: string): unknown[] => {
			const { values, cut } = onlyRow(`1,${value},S`, [0, 1]);
			return [values?.[1], cut];
		};
		const a = (count: number): string => 'a'.repeat(count);
		assert.deepEqual(cutOf(a(300)), [a(300), undefined]);
		assert.deepEqual(cutOf(a(301)), [a(300), [1]]);
		assert.deepEqual(cutOf(`${a(299)}😀b`), [a(299), [1]]);
		assert.deepEqual(cutOf(`${a(298)}😀b`), [`${a(298)}😀`, [1]]);
		assert.deepEqual(cutOf(`"${'""'.repeat(300)}"`), ['"'.repeat(300), undefined]);
		assert.deepEqual(cutOf(`"${'""'.repeat(400)}"`), ['"'.repeat(300), [1]]);
		assert.deepEqual(cutOf(`"${a(1)}${'""'.repeat(400)}"`), [`a${'"'.repeat(299)}`, [1]]);
		assert.deepEqual(cutOf(`"${a(1)},${'""'.repeat(40_000)}"`), [`a,${'"'.repeat(298)}`, [1]]);
		assert.deepEqual(cutOf(a(3_000_000)), [a(300), [1]]);
	});

	it('are one text where they cannot be read, cut like a value', () => {
		assert.equal(onlyRow('1,too,many,fields').text, '1,too,many,fields');
		assert.equal(onlyRow('1,"open,S').text, '1,"open,S');
		assert.equal(onlyRow('').text, '');
		assert.equal(onlyRow(`1,${'b'.repeat(500)}`).text, `1,${'b'.repeat(298)}`);
		assert.equal(onlyRow('1,too,many,fields').values, undefined);
	});

	it('have their findings, about the row or the field, also in a file that is not checked yet', () => {
		const marks = (row: string): unknown[] =>
			onlyRow(row).findings.map(({ rule, about, column, isFixable }) => [rule, about, column, isFixable]);
		assert.deepEqual(marks('1,a,Small'), [['field/unknown-code', 'field', 2, true]]);
		assert.deepEqual(marks('1,a,Q'), [['field/unknown-code', 'field', 2, false]]);
		assert.deepEqual(marks(',,'), [['csv/blank-line', 'row', 0, true]]);
		assert.deepEqual(marks('1,a,S'), []);
	});

	it('never hold passwords, nor a text that may have one', () => {
		const checker = checkerOf(
			'students.csv',
			'Student_id,Password,My password\n1,hunter2,s3cret\n2,hunter2\n',
		);
		const { rows } = window(checker, [0, 1, 2]);
		assert.deepEqual(rows[0]?.values, ['1', '', '']);
		assert.deepEqual([rows[1]?.values, rows[1]?.text], [undefined, '•••,•••']);
		assert.ok(!/hunter2|s3cret/.test(JSON.stringify(rows)));
		const odd = ['1', [1], '2', 1.5, null] as unknown as number[];
		assert.deepEqual(window(checker, odd).rows[0]?.values, ['', '', '', '', '']);
	});

	it('are texts where the file has no columns that could be shown', () => {
		const { rows } = window(checkerOf(pets, 'Pet_id;Name;Size\n1;a;S\n'), []);
		assert.deepEqual(rows, [{ record: 1, text: '1;a;S', findings: [] }]);
	});

	it('take only their own blocks to find, in the middle of a file', () => {
		const text = `Pet_id,Name,Size\n${Array.from({ length: 5000 }, (_, row) => `${row},a,Small\n`).join('')}`;
		const checker = checkerOf(pets, text, {}, { blockSize: 512 });
		const { rows, isComplete, total } = window(checker, [0], 3000, 2);
		assert.deepEqual(
			rows.map(({ record, values, findings }) => [record, values, findings.length]),
			[
				[3001, ['3000'], 1],
				[3002, ['3001'], 1],
			],
		);
		assert.equal(isComplete, false);
		assert.ok(total >= 3002 && total < 5000, `${total} rows are read`);
		assert.ok(checker.blocks.length <= 4, `${checker.blocks.length} blocks are checked`);
	});

	it('are complete once the file is checked to its end', () => {
		const checker = checkerOf(pets, 'Pet_id,Name,Size\n1,a,S\n1,a,M\n');
		assert.ok(checker.run());
		const { isComplete, total, shown } = window(checker);
		assert.deepEqual([isComplete, total, shown], [true, 2, 2]);
	});
});
