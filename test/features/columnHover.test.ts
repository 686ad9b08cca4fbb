import assert from 'node:assert/strict';
import { columnCoverage } from '../../server/src/coverage/columnCoverage';
import { countStudents } from '../../server/src/coverage/counting/count';
import { columnHover, columnOfCodesAt } from '../../server/src/features/hover/columnHover';
import { runToEnd } from '../../server/src/work/runToEnd';
import { checked, unescaped } from '../support/features';

describe('the hover on the header of a column of codes', () => {
	const text = (...genders: readonly string[]): string =>
		`Student_id,School_id,Last_name,First_name,Gender\n${genders.map((gender, at) => `${at},5,Reyes,Ana,${gender}\n`).join('')}`;

	function hoverText(...genders: readonly string[]): string {
		const roster = checked('students.csv', text(...genders));
		const coverage = columnCoverage(runToEnd(countStudents({ roster })), 'Gender');
		assert.ok(coverage);
		return unescaped(columnHover(coverage));
	}

	it('counts the students with a code, and each code, the most frequent first', () => {
		assert.equal(
			hoverText('F', 'M', 'M', '', 'Girl'),
			'**60% filled**: 3 of 5 students.\n\n- `M` (Male): 2\n- `F` (Female): 1\n- Not a code: 1',
		);
	});

	it('counts only the students who need a value, where not all do', () => {
		const roster = checked(
			'students.csv',
			'Student_id,ext.idea_indicator,ext.primary_disability_type\n1,Yes,AUT\n2,Yes,\n3,No,\n4,,AUT\n',
		);
		const coverage = columnCoverage(runToEnd(countStudents({ roster })), 'ext.primary_disability_type');
		assert.ok(coverage);
		assert.equal(
			unescaped(columnHover(coverage)),
			'**50% filled**: 1 of 2 students with IDEA.\n\n- `AUT` (Autism): 1',
		);
	});

	it('shows only values that are codes', () => {
		assert.ok(!hoverText('Reyes').includes('Reyes'));
	});

	it('shows 0% or 100% only if that is exact', () => {
		assert.match(hoverText(...Array<string>(999).fill('F'), ''), /^\*\*>99% filled/);
		assert.match(hoverText(...Array<string>(999).fill(''), 'F'), /^\*\*<1% filled/);
		assert.match(hoverText(), /^\*\*0% filled\*\*: 0 of 0/);
	});

	it('appears on the header cell of such a column only', () => {
		const checker = checked('students.csv', text('F'));
		const last = text().indexOf('Gender');
		assert.equal(columnOfCodesAt(checker, { line: 0, character: last + 2 }), 'Gender');
		assert.equal(columnOfCodesAt(checker, { line: 0, character: 2 }), undefined);
		assert.equal(columnOfCodesAt(checker, { line: 1, character: 14 }), undefined);
	});
});
