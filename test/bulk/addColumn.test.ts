import assert from 'node:assert/strict';
import { addColumn } from '../../server/src/bulk/addColumn';
import { done, editedText, problemOf, roster } from './support';

const withRace = (text: string): string => {
	const file = roster(text);
	return editedText(file, done(addColumn(file, 'Race')).edits);
};

describe('adding a column', () => {
	it('adds its header and an empty field to every row, and keeps line breaks and quotes', () => {
		assert.equal(
			withRace('Student_id,Last_name\r\n1,"Ash, Bo"\r\n2,Poe'),
			'Student_id,Last_name,Race\r\n1,"Ash, Bo",\r\n2,Poe,',
		);
	});

	it('is refused where the column is there, and where there is no header to add it to', () => {
		assert.equal(
			problemOf(addColumn(roster('Student_id,Race\n1,\n'), 'Race')),
			'students.csv already has the column Race.',
		);
		assert.match(problemOf(addColumn(roster('\n'), 'Race')), /no header/);
	});

	it('changes no value of a row with a fault', () => {
		assert.equal(
			withRace('Student_id,Last_name\n1,"Ash\n\n2,a"b\n'),
			'Student_id,Last_name,Race\n1,"Ash,\n\n2,a"b,\n',
		);
	});
});
