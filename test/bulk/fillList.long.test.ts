import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fillFromList } from '../../server/src/bulk/fill/fillFromList';
import { done, editedText, extension, randomExtension, records, roster } from './support';

const TARGET = 'ext.title_i';

describe('Fill from Another File in random lists', () => {
	const lists = fc.array(
		fc.record({
			id: fc.constantFrom('1', '01', '2', '3', '4', 'a,b', '9', ''),
			value: fc.constantFrom('Yes', 'No', '', 'no'),
		}),
		{ maxLength: 12 },
	);

	it('writes what a model with the rules of the page does, and nothing else', () => {
		let fills = 0;
		fc.assert(
			fc.property(
				lists,
				randomExtension(['', 'Yes', 'No', 'x "y"']),
				fc.boolean(),
				fc.boolean(),
				(list, target, mindZeros, onlyWhereEmpty) => {
					const [header = [], ...rows] = records(target);
					fc.pre(header.includes(TARGET));
					const students = roster('Student_id\n01\n2\n3\n4\n"a,b"\n5\n');
					// Student 01 is found by 1 only where zeros do not count.
					const studentOf = (id: string): string => (id === '1' && !mindZeros ? '01' : id);
					const known = ['01', '2', '3', '4', 'a,b', '5'];
					const wanted = (id: string): string | undefined => {
						if (!known.includes(id)) return undefined;
						const values = list
							.filter((row) => studentOf(row.id) === id && row.value !== '')
							.map(({ value }) => (value === 'no' ? 'No' : value));
						return new Set(values).size === 1 ? values[0] : undefined;
					};
					const at = header.indexOf(TARGET);
					const keyAt = header.indexOf('sis_id');
					const model = rows.map((row) => {
						const put = wanted(row[keyAt] ?? '');
						const value = row[at] ?? '';
						const stays = put === undefined || value === put || (value !== '' && onlyWhereEmpty);
						return stays ? row : row.map((one, column) => (column === at ? put : one));
					});
					const file = extension(target);
					const answer = done(
						fillFromList(
							{
								names: ['ID', 'Title I'],
								rows: list.map(({ id, value }, index) => ({ row: index + 2, record: [id, value] })),
								unreadable: [],
								warnings: [],
							},
							[students, file],
							students,
							{
								ids: { column: 0, key: 'Student_id' },
								mindZeros,
								targets: [{ from: 1, column: TARGET }],
								onlyWhereEmpty,
							},
						),
					);
					const edits = answer.files[0]?.filled.edits.edits ?? [];
					assert.deepEqual(records(editedText(file, edits)), [header, ...model]);
					fills += edits.length;
					assert.equal(answer.matched + answer.unused, list.length);
				},
			),
			{ numRuns: 600 },
		);
		assert.ok(fills > 100, `${fills} fields filled in all runs`);
	});
});
