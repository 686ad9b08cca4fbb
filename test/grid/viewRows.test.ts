import assert from 'node:assert/strict';
import type { Checker } from '../../server/src/check/live/checker';
import type { GridFilter, GridView } from '../../server/src/grid/gridTypes';
import { viewRows } from '../../server/src/grid/viewRows';
import { runToEnd } from '../../server/src/work/runToEnd';
import { checkerOf } from '../support/checking';
import { pets } from '../support/pets';
import { recordsOf, viewOf } from './support';

const text = [
	'Pet_id,Name,Size,Kind',
	'1,Rex,Small,D',
	'2,"Tom ""T"" Cat",M,C',
	'3,Straße,,B',
	'4,too,many,fields,here',
	'',
	'10,Ada,L,Pacific hare',
	'9,Ada,l,F',
	'',
].join('\n');

/** In blocks so small that each scan crosses some of them. */
const checkerOfPets = (content = text): Checker => checkerOf(pets, content, {}, { blockSize: 64 });
const filtered = (filter: GridFilter, content = text): number[] =>
	recordsOf(checkerOfPets(content), viewOf(filter));
const sorted = (column: number, descending: boolean, content: string): number[] =>
	recordsOf(checkerOfPets(content), viewOf({}, { column, descending }));

describe('the rows of a view', () => {
	it('are the records of the file where nothing is filtered or sorted', () => {
		const checker = checkerOfPets();
		checker.document.readAll();
		const rows = runToEnd(viewRows(checker, viewOf({ text: '', values: [] })));
		assert.deepEqual(
			[rows.length, rows.recordAt(0), rows.rowOf(1), rows.rowOf(0), rows.rowOf(8)],
			[7, 1, 0, -1, -1],
		);
	});

	it('are those with a finding of any kind, also where the file was not checked before', () => {
		assert.deepEqual(filtered({ problems: {} }), [1, 4, 5, 6, 7]);
	});

	it('are those with a finding of one rule', () => {
		assert.deepEqual(filtered({ problems: { rule: 'csv/blank-line' } }), [5]);
		assert.deepEqual(filtered({ problems: { rule: 'csv/field-count' } }), [4]);
		assert.deepEqual(filtered({ problems: { rule: 'no/such-rule' } }), []);
	});

	it('are those with a finding of one rule in one column, or with a wrong value in it', () => {
		assert.deepEqual(filtered({ problems: { column: 2 } }), [1, 7]);
		assert.deepEqual(filtered({ problems: { column: 3 } }), [6]);
		assert.deepEqual(filtered({ problems: { column: 2, rule: 'field/code-spelling' } }), [7]);
		assert.deepEqual(filtered({ problems: { column: 9 } }), []);
		const idea = 'ext.idea_indicator,ext.primary_disability_type';
		const extension = checkerOf('students_ext.csv', `sis_id,${idea}\n1,No,AUT\n2,Yes,autism\n3,Yes,AUT\n`);
		const inType = (rule?: string): number[] =>
			recordsOf(extension, viewOf({ problems: { rule, column: 2 } }));
		assert.deepEqual(inType(), [2], 'a code that another column denies is no wrong value');
		assert.deepEqual(inType('record/type-without-idea'), [1]);
	});

	it('are those with an exact value in a column, and rows that cannot be read have none', () => {
		const inSize = (...values: string[]): number[] => filtered({ values: [{ column: 2, values }] });
		assert.deepEqual(inSize('L'), [6]);
		assert.deepEqual(inSize(''), [3]);
		assert.deepEqual(inSize('many'), []);
		assert.deepEqual(filtered({ values: [{ column: 1, values: ['Tom "T" Cat'] }] }), [2]);
		assert.deepEqual(filtered({ values: [{ column: 9, values: [''] }] }), []);
	});

	it('are those with a text in any field without regard to case, or in the text of a row that cannot be read', () => {
		assert.deepEqual(filtered({ text: 'ada' }), [6, 7]);
		assert.deepEqual(filtered({ text: 'STRASSE' }), []);
		assert.deepEqual(filtered({ text: 'STRAßE' }), [3]);
		assert.deepEqual(filtered({ text: 'm "t" c' }), [2]);
		assert.deepEqual(filtered({ text: 'many,fields' }), [4]);
		assert.deepEqual(filtered({ text: 'ada,l' }), [], 'fields are searched one by one');
	});

	it('are those with every word of a text, each in any field, in any order', () => {
		const names = 'Pet_id,Name,Owner\n1,Ana,Reyes\n2,Ana Luz,Boone\n3,"Reyes, Ana",Boone\n4,Rey,Banana\n';
		assert.deepEqual(filtered({ text: 'Reyes Ana' }, names), [1, 3]);
		assert.deepEqual(filtered({ text: '  luz   boone ' }, names), [2]);
		assert.deepEqual(filtered({ text: 'reyes, ana' }, names), [3], 'a comma is looked for as well');
		assert.deepEqual(filtered({ text: 'ana nobody' }, names), []);
		assert.deepEqual(filtered({ text: ' ' }, names), [1, 2, 3, 4]);
		assert.deepEqual(
			recordsOf(
				checkerOf('students.csv', 'Student_id,Password,Last_name\n1,ana,Reyes\n2,x,Ana\n'),
				viewOf({ text: 'ana' }),
			),
			[2],
			'a password is no field to look in',
		);
	});

	it('are those with a text without regard to marks on letters, however they are encoded', () => {
		const names = 'Pet_id,Name\n1,Nguyễn\n2,Peña\n3,Pen\u0303a\n4,Pena\n5,Đặng\n6,Łukasz Ångström\n7,İpek\n';
		const found = (text: string): number[] => filtered({ text }, names);
		assert.deepEqual(found('nguyen'), [1]);
		assert.deepEqual(found('NGUYỄN'), [1]);
		assert.deepEqual(found('pena'), [2, 3, 4]);
		assert.deepEqual(found('pen\u0303a'), [2, 3, 4]);
		assert.deepEqual(found('dang'), [5]);
		assert.deepEqual(found('angstrom lukasz'), [6]);
		assert.deepEqual(found('ipek'), [7]);
	});

	it('meet every condition', () => {
		assert.deepEqual(
			filtered({ problems: {}, text: 'ada', values: [{ column: 2, values: ['L', 'M'] }] }),
			[6],
		);
	});

	it('are sorted by number, then by text, with empty fields and unreadable rows last, both ways', () => {
		const file = `Pet_id,Name\n${['10', 'b', '', '9', 'B', '007', 'faulty"', '7', 'a2', 'a10', '-1', '9'].map((id) => `${id},x\n`).join('')}`;
		assert.deepEqual(sorted(0, false, file), [11, 6, 8, 4, 12, 1, 9, 10, 2, 5, 3, 7]);
		assert.deepEqual(sorted(0, true, file), [5, 2, 10, 9, 1, 4, 12, 8, 6, 11, 3, 7]);
	});

	it('name the row of each record, and none for a hidden one', () => {
		const checker = checkerOfPets();
		for (const view of [viewOf({ text: 'a' }, { column: 0, descending: true }), viewOf({ text: 'a' })]) {
			const rows = runToEnd(viewRows(checker, view));
			const shown = recordsOf(checker, view);
			assert.deepEqual(
				[1, 2, 3, 4, 5, 6, 7, 99].map((record) => rows.rowOf(record)),
				[1, 2, 3, 4, 5, 6, 7, 99].map((record) => shown.indexOf(record)),
			);
		}
	});

	it('never go by passwords', () => {
		const file = 'Student_id,Password\n1,b\n2,a\n3,a,x\n';
		const ofStudents = (view: GridView): number[] => recordsOf(checkerOf('students.csv', file), view);
		assert.deepEqual(ofStudents(viewOf({ text: 'a' })), []);
		assert.deepEqual(ofStudents(viewOf({ values: [{ column: 1, values: ['a'] }] })), []);
		assert.deepEqual(ofStudents(viewOf({}, { column: 1, descending: false })), [1, 2, 3]);
	});
});

describe('the rows of a view, when the file is edited', () => {
	const view = viewOf({ values: [{ column: 2, values: ['S'] }] });
	const rows = ['Pet_id,Name,Size', '1,a,S', '2,b,M', '3,c,S', '4,d,L', ''];
	const at = (line: number, character: number, endLine = line, endCharacter = character) => ({
		start: { line, character },
		end: { line: endLine, character: endCharacter },
	});
	let checker: Checker;
	const change = (range: ReturnType<typeof at>, put: string): void =>
		checker.document.update([{ range, text: put }], checker.document.version + 1);
	beforeEach(() => {
		checker = checkerOfPets(rows.join('\n'));
		assert.deepEqual(recordsOf(checker, view), [1, 3]);
	});

	it('stay the same while cells change', () => {
		change(at(1, 4, 1, 5), 'M');
		change(at(2, 4, 2, 5), 'S');
		assert.deepEqual(recordsOf(checker, view), [1, 3]);
		assert.deepEqual(recordsOf(checker, { ...view, id: 'another' }), [2, 3]);
	});

	it('are made anew where a row is added or removed', () => {
		change(at(1, 0), '9,x,S\n');
		assert.deepEqual(recordsOf(checker, view), [1, 2, 4]);
		change(at(1, 0, 3, 0), '');
		assert.deepEqual(recordsOf(checker, view), [2]);
	});

	it('are made anew where rows change places', () => {
		change(at(1, 0, 3, 0), '2,b,M\n1,a,S\n');
		assert.deepEqual(recordsOf(checker, view), [2, 3]);
	});

	it('are made anew where the whole text is replaced', () => {
		checker.document.update([{ text: 'Pet_id,Name,Size\n1,a,M\n2,b,S\n3,c,M\n4,d,M\n' }], 2);
		assert.deepEqual(recordsOf(checker, view), [2]);
	});

	it('are made together by requests that ask at the same time, and go on where one is canceled', () => {
		const asked = viewOf({ text: 's' });
		const [canceled, slow, fast] = [1, 2, 3].map(() => viewRows(checker, asked));
		canceled?.next();
		slow?.next();
		assert.ok(fast && slow);
		const made = runToEnd(fast);
		assert.equal(slow.next().value, made);
		assert.equal(made.length, 2);
	});

	it('are begun again where an edit meets them half made', () => {
		const asked = viewOf({ text: 's' });
		viewRows(checker, asked).next();
		change(at(2, 4, 2, 5), 'S');
		assert.deepEqual(recordsOf(checker, asked), [1, 2, 3]);
	});

	it('are forgotten where many others were asked for since', () => {
		change(at(1, 4, 1, 5), 'M');
		for (let others = 0; others < 5; others++) recordsOf(checker, viewOf({ text: 'a' }));
		assert.deepEqual(recordsOf(checker, view), [1, 3], 'one of the last six');
		for (let others = 0; others < 6; others++) recordsOf(checker, viewOf({ text: 'a' }));
		assert.deepEqual(recordsOf(checker, view), [3], 'made anew');
	});

	describe('have an order', () => {
		const whole = viewOf({});
		const orderOf = (of: GridView): number => runToEnd(viewRows(checker, of)).order;

		it('that cells do not change', () => {
			const [order, orderOfAll] = [orderOf(view), orderOf(whole)];
			change(at(1, 4, 1, 5), 'M');
			change(at(2, 2, 2, 3), '"b\nb"');
			assert.deepEqual([orderOf(view), orderOf(whole)], [order, orderOfAll]);
			assert.notEqual(order, orderOfAll);
		});

		const changes: Readonly<Record<string, () => void>> = {
			'a row is added': () => change(at(1, 0), '9,x,S\n'),
			'rows change places': () => change(at(1, 0, 3, 0), '2,b,M\n1,a,S\n'),
			// Each change is within a line, and two rows are one.
			'quotes make one row of two': () => {
				change(at(1, 2), '"');
				change(at(2, 3), '"');
			},
			'the header has another column': () => change(at(0, 0), 'Kind,'),
		};
		for (const [what, make] of Object.entries(changes)) {
			it(`that is another one where ${what}`, () => {
				const [order, orderOfAll] = [orderOf(view), orderOf(whole)];
				make();
				assert.notEqual(orderOf(view), order);
				assert.notEqual(orderOf(whole), orderOfAll);
			});
		}

		it('that is another one where the view is made anew, since cells have changed what it shows', () => {
			const order = orderOf(view);
			change(at(1, 4, 1, 5), 'M');
			for (const text of 'abcdefgh') recordsOf(checker, viewOf({ text }));
			assert.deepEqual(recordsOf(checker, view), [3]);
			assert.notEqual(orderOf(view), order);
		});
	});

	it('are those of one view only, though two tables name it alike', () => {
		assert.deepEqual(recordsOf(checker, { id: view.id, filter: { text: 'd' } }), [4]);
		assert.deepEqual(recordsOf(checker, view), [1, 3]);
	});
});
