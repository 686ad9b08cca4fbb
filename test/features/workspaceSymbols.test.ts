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

	it('find an ID by its start without leading zeros, and no ID by zeros that it does not have', () => {
		const zeros = checked('students.csv', 'Student_id,Last_name\n0012003,Lee\n12003,Poe\n0,Roe\n00,Doe\n');
		const found = (query: string) => all(workspaceSymbols(zeros, query)).map(({ name }) => name);
		assert.deepEqual(found('12003'), ['Lee · 0012003', 'Poe · 12003']);
		assert.deepEqual(found('120'), ['Lee · 0012003', 'Poe · 12003']);
		assert.deepEqual(found('0012003'), ['Lee · 0012003']);
		assert.deepEqual(found('2003'), []);
		assert.deepEqual(found('00'), ['Lee · 0012003', 'Doe · 00']);
	});

	it('have the name without marks too, where a query without marks finds it and the editor filters by the name', () => {
		const file = checked(
			'students.csv',
			'Student_id,Last_name,First_name\n0012003,Núñez,Priya\n7,Nunez,Al\n',
		);
		const found = (query: string) => all(workspaceSymbols(file, query, true)).map(({ name }) => name);
		assert.deepEqual(found('nunez pri'), ['Núñez, Priya · 0012003 · nunez, priya']);
		// VS Code asks for the first word alone, and filters by all of them.
		assert.deepEqual(found('Pri'), ['Núñez, Priya · 0012003 · nunez, priya']);
		assert.deepEqual(found('Núñ'), ['Núñez, Priya · 0012003', 'Nunez, Al · 7']);
		assert.deepEqual(found('al'), ['Nunez, Al · 7']);
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
