import assert from 'node:assert/strict';
import { workspaceSymbols } from '../../server/src/features/navigation/workspaceSymbols';
import { checked, textIn } from '../support/features';
import { all } from '../support/filePair';

const ROSTER =
	'Student_id,Last_name,First_name,Grade\n' +
	'1001,Reyes,Ana,3\n' +
	'1001,Reyes,Ana,3\n' +
	'1002,"Ana-Luz, Jr.","Bo ""B"" ",Kindergarten\n' +
	'2001,Étienne,José,\n' +
	'A-9,,,\n' +
	'9,faulty"quote,Ana,3\n';

const roster = checked('students.csv', ROSTER);
const names = (query: string): string[] => all(workspaceSymbols(roster, query)).map(({ name }) => name);

describe('workspace symbols', () => {
	it('find a student by the start of an ID, each once', () => {
		assert.deepEqual(names('10'), ['Reyes, Ana · 1001', 'Ana-Luz, Jr., Bo "B" · 1002']);
		assert.deepEqual(names(' a-9 '), ['A-9']);
		assert.deepEqual(names('001'), []);
	});

	it('find a student by words of the name, in any order and case', () => {
		assert.deepEqual(names('ana'), ['Reyes, Ana · 1001', 'Ana-Luz, Jr., Bo "B" · 1002']);
		assert.deepEqual(names('ANA rey'), ['Reyes, Ana · 1001']);
		assert.deepEqual(names('Reyes, Ana'), ['Reyes, Ana · 1001']);
		assert.deepEqual(names('luz bo'), ['Ana-Luz, Jr., Bo "B" · 1002']);
		assert.deepEqual(names('étienne'), ['Étienne, José · 2001']);
		assert.deepEqual(names('etienne jose'), ['Étienne, José · 2001'], 'marks on letters do not count');
		assert.deepEqual(names('reyés'), ['Reyes, Ana · 1001']);
		assert.deepEqual(names('eyes'), [], 'the middle of a word is no word');
	});

	it('find a name whose marks are characters of their own, in any block', () => {
		const names = ['Marlowe,Toma\u0301s', 'Marlowe,Tomás', 'Marlowe,Tom'];
		const rows = names.map((name, row) => `${row + 1},${name}\n`).join('');
		const found = all(
			workspaceSymbols(checked('students.csv', `Student_id,Last_name,First_name\n${rows}`), 'marlowe tomas'),
		);
		assert.deepEqual(
			found.map(({ name }) => name.slice(-1)),
			['1', '2'],
		);
	});

	it('find no student for an empty query, or by another column', () => {
		assert.deepEqual(names(''), []);
		assert.deepEqual(names('  '), []);
		assert.deepEqual(names('.*'), []);
		assert.deepEqual(names('kinder'), []);
	});

	it('show where the student is, and the grade', () => {
		const [ana] = all(workspaceSymbols(roster, '1001'));
		assert.ok(ana && 'range' in ana.location);
		assert.equal(ana.location.uri, roster.document.uri);
		assert.equal(ana.location.range.start.line, 1);
		assert.equal(textIn(ROSTER, ana.location.range), '1001');
		assert.equal(ana.containerName, 'grade 3');
	});

	it('find no student in a file without names or IDs', () => {
		assert.deepEqual(all(workspaceSymbols(checked('students.csv', 'Last_name\nReyes\n'), 'reyes')), []);
		assert.deepEqual(all(workspaceSymbols(checked('students.csv', ''), 'reyes')), []);
	});
});
