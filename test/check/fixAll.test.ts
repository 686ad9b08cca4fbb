import assert from 'node:assert/strict';
import { fixAllEdits, fixAllSteps } from '../../server/src/check/fixes/fixAll';
import { checkerOf } from '../support/checking';
import { checked } from '../support/features';
import { fixedBy } from './fixing';

const HEADER = 'Student_id,School_id,Last_name,First_name';

const fixed = (table: string, text: string, settings?: unknown): string =>
	fixedBy(checked(table, text, settings));

describe('fix all', () => {
	it('applies every preferred fix and no other', () => {
		const text =
			`${HEADER},Gender,Race,Frl_status,IEP_status\r\n` +
			'1,5,Reyes,"Ana",Female,"white",Y,null\r\n2,5,"Bo, Jr",Lee,m,H,free,Yes\r\n';
		assert.equal(
			fixed('students.csv', text),
			`${HEADER},Gender,Race,Frl_status,IEP_status\r\n` +
				'1,5,Reyes,"Ana",F,"W",Y,\r\n2,5,"Bo, Jr",Lee,M,H,F,Y\r\n',
		);
	});

	it('renames a header and fixes the values that this reveals below it', () => {
		assert.equal(
			fixed('students_ext.csv', 'Student_id,Title I,migrant status\n1 ,YES,y\n 2,"no",N/A\n'),
			'sis_id,ext.title_i,ext.migrant_status\n1,Yes,Yes\n2,"No",\n',
		);
	});

	it('fixes the values of a file whose delimiter it changes', () => {
		assert.equal(
			fixed('students_ext.csv', 'sis_id;ext.migrant_status\r\n1;y\r\n2;"n"\r\n'),
			'sis_id,ext.migrant_status\r\n1,Yes\r\n2,"No"\r\n',
		);
		assert.equal(
			fixed('students_ext.csv', '\ufeff"sis_id";"ext.migrant_status"\r\n"1";y\r\n'),
			'\ufeff"sis_id","ext.migrant_status"\r\n"1",Yes\r\n',
		);
	});

	it('quotes a value with a comma and fixes the fields that this moves back under their headers', () => {
		assert.equal(
			fixed('students.csv', `${HEADER},Gender\n1,5,Reyes, Jr,Ana,Female\n`),
			`${HEADER},Gender\n1,5,"Reyes, Jr",Ana,F\n`,
		);
	});

	it('deletes neighboring rows up to a last one without a line break', () => {
		assert.equal(
			fixed('students.csv', `${HEADER}\n\n,,,\n\n1,5,Reyes,Ana\n,,,\n,,,`),
			`${HEADER}\n1,5,Reyes,Ana`,
		);
		assert.equal(fixed('students_ext.csv', 'sis_id\r\n1\r\n\r\n\r\n'), 'sis_id\r\n1\r\n');
	});

	it('deletes a row when its fixes leave nothing but commas', () => {
		assert.equal(
			fixed('students_ext.csv', 'sis_id,ext.title_i\n1,Yes\n,null\n'),
			'sis_id,ext.title_i\n1,Yes\n',
		);
	});

	it('goes on with what its own fixes show, also in the comparison with the other file', () => {
		const roster = `${HEADER}\n0105,1,Ash,Bo\n`;
		const ext = (text: string) => {
			const checker = checkerOf('students_ext.csv', text, {}, { sibling: roster });
			checker.run();
			return checker;
		};
		const after = fixedBy(ext('sis_id,ext.migrant_status\n 105,y\n'));
		assert.equal(after, 'sis_id,ext.migrant_status\n0105,Yes\n');
		assert.deepEqual(fixAllEdits(ext(after)), []);
	});

	it('works in steps of a record, and stops following the other file when it is left', () => {
		const rows = Array.from({ length: 500 }, (_, id) => ` ${id},y\n`).join('');
		const roster = `${HEADER}\n${Array.from({ length: 500 }, (_, id) => `${id},1,Ash,Bo\n`).join('')}`;
		const checker = checkerOf('students_ext.csv', `sis id,ext.title_i\n${rows}`, {}, { sibling: roster });
		checker.run();
		const { roster: lookup } = checker;
		assert.ok(lookup);
		let listeners = 0;
		const add = lookup.addListener.bind(lookup);
		const remove = lookup.removeListener.bind(lookup);
		lookup.addListener = (listener) => {
			listeners++;
			add(listener);
		};
		lookup.removeListener = (listener) => {
			listeners--;
			remove(listener);
		};
		const steps = fixAllSteps(checker);
		let count = 0;
		for (; listeners === 0 && !steps.next().done; count++);
		assert.ok(count >= 500, 'a step for each record, before the second reading of the file');
		assert.equal(listeners, 1);
		steps.return([]);
		assert.equal(listeners, 0);
	});

	it('leaves an unquoted comma alone where the row would have an error that needs a decision', () => {
		const text = `${HEADER},Gender\n1,5,Reyes, Jr,Ana,Zzz\n2,5,Bo, Jr,Lee,Female\n`;
		assert.equal(fixed('students.csv', text), text.replace('Bo, Jr', '"Bo, Jr"').replace('Female', 'F'));
	});

	it('changes nothing in a correct file and in an empty one', () => {
		assert.deepEqual(fixAllEdits(checked('students.csv', `${HEADER}\n1,5,Reyes,Ana\n`)), []);
		assert.deepEqual(fixAllEdits(checked('students.csv', '')), []);
	});

	it('respects the rules that the district has switched off and the values it accepts', () => {
		const text = `${HEADER},Gender\n1,5,Reyes,Ana,Female\n1,5,Reyes,Ana,female\n2,5,Bo,Lee,m\n`;
		const settings = { rules: { 'field/code-spelling': 'off' }, acceptedValues: { Gender: ['Female'] } };
		assert.equal(fixed('students.csv', text, settings), text);
	});
});
