import assert from 'node:assert/strict';
import { describeList } from '../../server/src/bulk/fill/describeList';
import { fillFromList, listValues } from '../../server/src/bulk/fill/fillFromList';
import type { StudentList } from '../../server/src/bulk/fill/list';
import type { ListChoice } from '../../server/src/bulk/fill/listTypes';
import type { TableFile } from '../../server/src/bulk/rowReader';
import { readList } from '../../server/src/convert/read/readList';
import { done, editedText, extension, problemOf, records, roster } from './support';

/** A list as it is read from CSV. */
function listOf(text: string): StudentList {
	const [names = [], ...rows] = records(text);
	return { names, rows: rows.map((record, at) => ({ row: at + 2, record })), unreadable: [], warnings: [] };
}

const students = roster(
	'Student_id,State_id,Disability_type\n0101,S1,\n0102,S2,\n103,S3,\n0104,S4,\n104,S5,\n105,S6,\n',
);
const choice: ListChoice = {
	ids: { column: 0, key: 'Student_id' },
	mindZeros: true,
	targets: [{ from: 1, column: 'ext.primary_disability_type' }],
	onlyWhereEmpty: true,
};

function filled(list: string, ext: string, more: Partial<ListChoice> = {}, identity: TableFile = students) {
	const files = [identity, extension(ext)];
	const { files: changed, ...counts } = done(
		fillFromList(listOf(list), files, identity, { ...choice, ...more }),
	);
	const texts = changed.map(({ file, filled }) => editedText(file, filled.edits.edits));
	return { texts, text: texts[0], ...counts };
}

describe('Fill from Another File', () => {
	it('says which columns may hold our IDs, and what the others may fill', () => {
		const list = listOf('SSID,ID,Primary Disability,Note\nS1,0101,Autism,x\nS3,103,SLD,y\n,105,Deafness,\n');
		const { ids, columns, rows } = done(describeList(list, students));
		assert.equal(rows, 3);
		assert.deepEqual(
			ids.map(({ column, key, exact, zeros, filled }) => [column, key, exact, zeros, filled]),
			[
				[1, 'Student_id', 3, 0, 3],
				[0, 'State_id', 2, 0, 2],
			],
		);
		assert.deepEqual(columns[2]?.proposed, { column: 'ext.primary_disability_type', by: 'name' });
		assert.equal(columns[3]?.proposed, undefined);
	});

	it('writes what the values mean, and leaves unclear ones', () => {
		const answer = filled(
			'ID,Disability\n0101,Autism\n0102,Deafness\n103,N/A\n999,SLD\n,SLD\n',
			'sis_id,ext.primary_disability_type\n0101,\n0102,\n103,\n105,\n',
		);
		assert.equal(answer.text, 'sis_id,ext.primary_disability_type\n0101,AUT\n0102,\n103,\n105,\n');
		const [column] = answer.columns;
		assert.deepEqual(
			new Set(column?.left.map(({ reason, rows }) => `${reason} ${rows}`)),
			new Set(['unclear 1', 'nothing 1', 'not there 1']),
		);
		assert.equal(answer.matched, 3);
		assert.deepEqual(answer.unusedRows, [
			{ row: 5, id: '999', why: 'no student' },
			{ row: 6, id: '', why: 'no ID' },
		]);
	});

	it('writes the codes that a person chose, and no code that the column lacks', () => {
		const ext = 'sis_id,ext.primary_disability_type\n0101,\n0102,\n';
		const list = 'ID,Disability\n0101,Deafness\n0102,Other\n';
		const target = { from: 1, column: 'ext.primary_disability_type' };
		const codes = { Deafness: 'HI', Other: null };
		assert.equal(
			filled(list, ext, { targets: [{ ...target, codes }] }).text,
			'sis_id,ext.primary_disability_type\n0101,HI\n0102,\n',
		);
		const wrong = { ...choice, targets: [{ ...target, codes: { Deafness: 'deaf' } }] };
		const files = [students, extension(ext)];
		assert.match(problemOf(fillFromList(listOf(list), files, students, wrong)), /has no code deaf/);
	});

	it('takes IDs without their zeros only where that is agreed, and never one that two students have', () => {
		const list = 'ID,D\n101,AUT\n102,SLD\n103,ED\n104,AUT\n';
		const ext = 'sis_id,ext.primary_disability_type\n0101,\n0102,\n103,\n0104,\n104,\n';
		const minded = filled(list, ext);
		assert.deepEqual(
			minded.unusedRows.map(({ id, why }) => [id, why]),
			[
				['101', 'zeros'],
				['102', 'zeros'],
			],
		);
		const agreed = filled(list, ext, { mindZeros: false });
		assert.match(agreed.text ?? '', /\n0101,AUT\n0102,SLD\n103,[A-Z]*\n0104,\n104,\n$/);
		assert.deepEqual(agreed.unusedRows, [{ row: 5, id: '104', why: 'several students' }]);
	});

	it('writes no word for an empty field and no error of a spreadsheet as text', () => {
		const words = ['#N/A', 'N/A', 'NULL', '-', '#REF!', '#DIV/0!'];
		const ids = ['0101', '0102', '103', '0104', '104', '105'];
		const own = `sis_id,ext.club\n${ids.map((id) => `${id},\n`).join('')}`;
		const list = `ID,Club\n${ids.map((id, at) => `${id},${words[at]}\n`).join('')}`;
		const target = { from: 1, column: 'ext.club' };
		const answer = filled(list, own, { targets: [target] });
		assert.equal(answer.text, own);
		assert.deepEqual(answer.columns[0]?.left, [{ reason: 'unclear', rows: 6 }]);
		const { values } = done(listValues(listOf(list), [students, extension(own)], target));
		assert.ok(values.every(({ code }) => code === undefined));
		const chosen = { ...choice, targets: [{ ...target, codes: { '-': '#REF!' } }] };
		const files = [students, extension(own)];
		assert.match(
			problemOf(fillFromList(listOf(list), files, students, chosen)),
			/^#REF! is an error of a spreadsheet/,
		);
	});

	it('keeps our values or takes theirs, and lists where they differ', () => {
		const list = 'ID,D\n0101,AUT\n103,SLD\n';
		const ext = 'sis_id,ext.primary_disability_type\n0101,SLD\n103,sld\n';
		const kept = filled(list, ext);
		assert.equal(kept.text, ext);
		assert.deepEqual(
			kept.conflicts.map(({ row, id, ours, theirs }) => [row, id, ours, theirs]),
			[[2, '0101', 'SLD', 'AUT']],
		);
		const taken = filled(list, ext, { onlyWhereEmpty: false });
		assert.equal(taken.text, 'sis_id,ext.primary_disability_type\n0101,AUT\n103,sld\n');
		assert.equal(taken.columns[0]?.replaced, 1);
	});

	it('leaves alone a student whom the list has with different values', () => {
		const answer = filled(
			'ID,D\n0101,AUT\n0101,Autism\n103,SLD\n103,AUT\n105,AUT\n105,\n',
			'sis_id,ext.primary_disability_type\n0101,\n103,\n105,\n',
		);
		assert.equal(answer.text, 'sis_id,ext.primary_disability_type\n0101,AUT\n103,\n105,AUT\n');
		assert.deepEqual(answer.disagreeing, ['103']);
	});

	it('leaves alone students who may be in a row of the list that cannot be read', async () => {
		const read = async (text: string): Promise<StudentList> => {
			const list = await readList({ name: 'list.csv', bytes: Buffer.from(text) }, undefined, () => false);
			assert.ok('rows' in list, JSON.stringify(list));
			return list;
		};
		const own = 'sis_id,ext.club\n0101,\n0102,\n103,\n0104,\n105,\n';
		const fill = async (list: string) => {
			const files = [students, extension(own)] as const;
			const targets = [{ from: 1, column: 'ext.club' }];
			const { files: changed, ...counts } = done(
				fillFromList(await read(list), files, students, { ...choice, targets }),
			);
			return { ...counts, text: editedText(files[1], changed[0]?.filled.edits.edits ?? []) };
		};
		// A field too many, text after a quote, and a quote that is never closed.
		for (const row of ['0101,No,x', '0101,"No"x', '0101,"No']) {
			const answer = await fill(`ID,Note\n0101,A\n105,B\n${row}\n`);
			assert.equal(answer.text, own.replace('105,', '105,B'), row);
			assert.deepEqual(answer.columns[0]?.left.find(({ reason }) => reason === 'unreadable there')?.rows, 1);
			assert.deepEqual(
				answer.unreadableRows.map((one) => [one.row, one.id]),
				[[4, '0101']],
			);
		}
		// A quote that swallows the rows of two students, and one that holds a note of two lines.
		const swallowed = await fill('ID,Note\n0101,"A\n0102,B\n103,C"\n0102,D\n105,E\n');
		assert.equal(swallowed.text, own.replace('105,', '105,E'));
		assert.deepEqual([swallowed.unreadable, swallowed.matched], [1, 2]);
		const note = await fill('ID,Note\n0101,"Call home,\nask for Ann"\n105,E\n');
		assert.equal(note.text, own.replace('105,', '105,E'));
		assert.ok(note.columns[0]?.left.some(({ reason, rows }) => reason === 'unclear' && rows === 1));
	});

	it('leaves alone an ID that a row of ours which cannot be read may have', () => {
		const ours = roster(
			'Student_id,Student_number,IEP_status\n123,9,\n200,8,\n0123,9,N,\n300,"7\n201,6,N",\n',
		);
		const ext = 'sis_id,ext.idea_indicator\n123,\n200,\n201,\n300,\n';
		const target = { from: 1, column: 'ext.idea_indicator' };
		for (const [key, list] of [
			['Student_number', 'N,I\n9,Yes\n8,Yes\n7,Yes\n6,Yes\n'],
			['Student_id', 'ID,I\n123,Yes\n200,Yes\n300,Yes\n201,Yes\n'],
		] as const) {
			const more = { ids: { column: 0, key }, mindZeros: false, targets: [target] };
			const answer = filled(list, ext, more, ours);
			assert.equal(answer.text, 'sis_id,ext.idea_indicator\n123,\n200,Yes\n201,\n300,\n', key);
			assert.deepEqual(
				answer.unusedRows.map(({ why }) => why),
				['doubtful', 'doubtful', 'doubtful'],
			);
		}
	});

	it('lets the header decide between two IDs of ours, and shows which students each means', () => {
		const both = roster(
			'Student_id,Student_number,First_name,Last_name\n1,3,Ana,Reyes\n2,1,Bo,Lee\n3,2,Cy,Roe\n',
		);
		const { ids } = done(describeList(listOf('Student Number,I\n1,Yes\n2,No\n3,No\n'), both));
		assert.deepEqual(
			ids.map(({ key, byName, exact, disputed, students }) => [
				key,
				byName,
				exact,
				disputed,
				students[0]?.name,
			]),
			[
				['Student_number', true, 3, 3, 'Lee, Bo'],
				['Student_id', false, 3, 3, 'Reyes, Ana'],
			],
		);
		const unnamed = done(describeList(listOf('No.,I\n1,Yes\n4,No\n'), both)).ids;
		assert.deepEqual(
			unnamed.map(({ key, byName, disputed }) => [key, byName, disputed]),
			[
				['Student_id', false, 1],
				['Student_number', false, 1],
			],
		);
	});

	it('proposes the column that the values fit, where none fits the one of the name', () => {
		const of = (list: string) => done(describeList(listOf(list), students)).columns[1]?.proposed;
		assert.deepEqual(of('ID,Disability\n0101,AUT\n0102,Autism\n103,SLD\n'), {
			column: 'ext.primary_disability_type',
			by: 'values',
		});
		assert.deepEqual(of('ID,Disability\n0101,Yes\n0102,No\n'), {
			column: 'ext.disability_status',
			by: 'name',
		});
	});

	it('counts IDs that may have lost the zeros of another student', () => {
		const twins = roster('Student_id\n101\n0101\n102\n0103\n');
		const [found] = done(describeList(listOf('ID,I\n101,Yes\n0101,Yes\n102,No\n'), twins)).ids;
		assert.deepEqual([found?.exact, found?.zeros, found?.twins], [3, 0, 1]);
	});

	it('refuses a roster with two columns for the ID', () => {
		const twice = roster('Student_id,student_id\n1,2\n2,1\n');
		assert.match(
			problemOf(describeList(listOf('ID,D\n1,AUT\n'), twice)),
			/^Student_id appears twice in the header/,
		);
	});

	it('fills columns of both files, by another ID of the roster', () => {
		const answer = filled(
			'SSID,D,IEP\nS1,AUT,Yes\nS3,,No\n',
			'sis_id\n0101\n103\n',
			{
				ids: { column: 0, key: 'State_id' },
				targets: [
					{ from: 1, column: 'ext.primary_disability_type' },
					{ from: 2, column: 'IEP_status' },
				],
			},
			roster('Student_id,State_id,IEP_status\r\n0101,S1,\r\n103,S3,\r\n0101,S1,\r\n'),
		);
		assert.deepEqual(answer.texts, [
			'Student_id,State_id,IEP_status\r\n0101,S1,Y\r\n103,S3,N\r\n0101,S1,Y\r\n',
			'sis_id,ext.primary_disability_type\n0101,AUT\n103,\n',
		]);
	});

	it('lists the values of a column with what they mean, the unclear ones first', () => {
		const files = [students, extension('sis_id,ext.primary_disability_type\n')];
		const list = listOf('ID,D\n1,Autism\n2,Autism\n3,Deafness\n4,N/A\n');
		const answer = done(listValues(list, files, { from: 1, column: 'ext.primary_disability_type' }));
		assert.deepEqual(answer.values, [
			{ value: 'Deafness', rows: 1, code: undefined },
			{ value: 'Autism', rows: 2, code: 'AUT' },
			{ value: 'N/A', rows: 1, code: '' },
		]);
		assert.ok(answer.codes?.some(({ code }) => code === 'AUT'));
	});
});
