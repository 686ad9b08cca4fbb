import assert from 'node:assert/strict';
import { check, checkerOf } from '../support/checking';

const EXT = 'students_ext.csv';

describe('table/duplicate-key', () => {
	it('is reported on every row if a wrong paste gave all rows the same ID', () => {
		const rows = 150_000;
		const checker = checkerOf(EXT, `sis_id,ext.title_i\n${'1,Yes\n'.repeat(rows)}`);
		assert.ok(checker.run());
		const found = checker.findings().filter(({ rule }) => rule.id === 'table/duplicate-key');
		assert.equal(found.length, rows - 1);
	});
});

describe('a password', () => {
	const SECRET = 'hunter2';
	const long = SECRET + 'x'.repeat(300);
	const values = [
		SECRET,
		` ${SECRET}`,
		`=${SECRET}`,
		`@${SECRET}`,
		`-${SECRET}`,
		long,
		`"${SECRET}`,
		`"${SECRET}" x`,
		`x "${SECRET}"`,
		`"x" ${SECRET}`,
		`${SECRET}\uFFFD`,
		`${SECRET},x`,
		`x,${SECRET}`,
		`x, ${SECRET}`,
		`${SECRET}, x`,
		`a,${SECRET},b`,
		`a, ${SECRET}, b`,
		`"${SECRET}\nx"`,
		`${SECRET}\n`,
		'',
	];
	const others = [
		'School_id',
		'Last_name',
		'First_name',
		'Gender',
		'Contact_name',
		'Username',
		'Student_password',
		'Note',
	];

	it('is in no message and in no title of a fix, in any column order and with any mistake', () => {
		let seen = 0;
		for (const name of ['Password', 'PASSWORD', ' password ']) {
			for (let place = 0; place <= others.length; place++) {
				const columns = [...others.slice(0, place), name, ...others.slice(place)];
				for (const value of values) {
					for (const extra of ['', ',', 'b,', ' b,']) {
						const cells = columns.map((column) => {
							if (column === name || column === 'Student_password') return value;
							return (
								{ Last_name: `Reyes,${extra}`.slice(0, -1), Gender: 'F', School_id: '5' }[column] ?? 'Ana'
							);
						});
						const text = `Student_id,${columns.join(',')}\n1,${cells.join(',')}\n1,${cells.join(',').replace('F', 'M')}\n`;
						for (const { message, fixes } of check('students.csv', text)) {
							seen++;
							assert.ok(!message.includes(SECRET), message);
							for (const { title } of fixes) assert.ok(!title.includes(SECRET), `${title} in ${text}`);
						}
					}
				}
			}
		}
		assert.ok(seen > 1000);
	});
});
