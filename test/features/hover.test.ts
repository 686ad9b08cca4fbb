import assert from 'node:assert/strict';
import { markdownText } from '../../server/src/safeText';
import { tables } from '../../server/src/spec';
import { shown } from '../../server/src/wording';
import { hoverAt, unescaped } from '../support/features';

const HEADER = 'Student_id,School_id,Last_name,First_name';

describe('hover on a header', () => {
	it('describes the element: title, definition, CEDS, codes, source', () => {
		const found = hoverAt('students_ext.csv', 'sis_id,ext.primary_dis‸ability_type\n1,AUT\n');
		assert.equal(found?.covers, 'ext.primary_disability_type');
		const text = unescaped(found.markdown);
		assert.match(text, /^`ext\.primary_disability_type`: The student's primary disability$/m);
		assert.match(text, /CEDS \[000218 Primary Disability Type\]\(https:\/\/ceds\.ed\.gov\/element\/000218\)/);
		assert.match(text, /`AUT` Autism/);
		assert.match(text, /`VI` Visual impairment/);
		assert.match(text, /An empty field is fine/);
		assert.match(text, /_Source: /);
		assert.doesNotMatch(text, /sensitive/);
	});

	it('lists every code of every column, and the CEDS element if there is one', () => {
		for (const table of tables) {
			for (const element of table.elements.filter(({ optionSet }) => optionSet)) {
				const header = table.prefix ? 'sis_id' : HEADER;
				const text = unescaped(hoverAt(table.fileName, `${header},${element.column}‸\n`)?.markdown ?? '');
				for (const { code } of element.optionSet?.options ?? []) {
					assert.ok(text.includes(code), `${element.column} ${code}`);
				}
				if (element.ceds) {
					assert.ok(text.includes(`https://ceds.ed.gov/element/${element.ceds.globalId}`));
					assert.ok(text.includes(element.ceds.definition), element.column);
				}
				assert.equal(/sensitive.*Field Access/.test(text), element.sensitive === true, element.column);
			}
		}
	});

	it('describes a column without codes, a header in another spelling, and even Password', () => {
		assert.match(hoverAt('students.csv', `${HEADER},HOME LANG‸UAGE\n`)?.markdown ?? '', /^`Home_language`: /);
		assert.match(hoverAt('students.csv', 'Last_‸name,Student_id\n')?.markdown ?? '', /last name/);
		assert.match(hoverAt('students.csv', `${HEADER},Pass‸word\n`)?.markdown ?? '', /password/);
	});

	it('has no backslash, as nothing in the standard is a mark of Markdown', () => {
		for (const table of tables) {
			const header = table.prefix ? 'sis_id' : HEADER;
			for (const { column, optionSet } of table.elements) {
				const key = header.split(',').includes(column) ? column : `${header},${column}`;
				const above = hoverAt(table.fileName, `${key}‸\n`)?.markdown ?? '';
				assert.ok(above.startsWith('`') && !above.includes('\\'), above);
				for (const { code } of optionSet?.options ?? []) {
					const row = header.replace(/[^,]+/g, '1');
					const text = `${key}\n${row},‸"${code}"\n`;
					assert.doesNotMatch(hoverAt(table.fileName, text)?.markdown ?? '\\', /\\/);
				}
			}
		}
	});

	it('shows nothing on an unknown column', () => {
		assert.equal(hoverAt('students.csv', `${HEADER},Shoe‸\n`), null);
	});
});

describe('hover on a value', () => {
	it('says what a code means, in which column, with its CEDS element', () => {
		const found = hoverAt('students_ext.csv', 'sis_id,ext.primary_disability_type\n1,A‸UT\n');
		assert.equal(found?.covers, 'AUT');
		const text = unescaped(found.markdown);
		assert.match(text, /^`ext\.primary_disability_type`/);
		assert.match(text, /`AUT` Autism/);
		assert.match(text, /000218/);
	});

	it('covers a quoted field with its quotes, and the field left of the comma at its end', () => {
		assert.equal(hoverAt('students_ext.csv', 'sis_id,ext.title_i\n1,"A‸UT"\n')?.covers, '"AUT"');
		const found = hoverAt('students_ext.csv', 'sis_id,ext.migrant_status,ext.title_i\n1,Yes‸,\n');
		assert.equal(found?.covers, 'Yes');
	});

	it('says what the field is, why the value is wrong, and the codes, and repeats no message', () => {
		const found = hoverAt('students.csv', `${HEADER},Gender\n1,5,Reyes,Ana,Fem‸ale\n`);
		const [above = '', below = '', ...more] = unescaped(found?.markdown ?? '').split('\n\n---\n\n');
		assert.equal(more.length, 0);
		assert.deepEqual(above.split('\n\n'), [
			"`Gender`: The student's gender",
			'The value is not one of the documented values, so the category may be missing from the report.',
			'Codes: `M` Male · `F` Female · `X` Non-binary, or empty.',
		]);
		assert.match(below, /000255/);
		assert.match(below, /_Source: /);
		assert.doesNotMatch(above + below, /has no code|Use F/);
	});

	it('has at most eight lines above its line, on any value of any column', () => {
		for (const table of tables) {
			const header = table.prefix ? 'sis_id' : HEADER;
			const row = table.prefix ? '1' : '1,5,Reyes,Ana';
			for (const element of table.elements.filter(({ optionSet }) => optionSet)) {
				const codes = element.optionSet?.options.map(({ code }) => code) ?? [];
				for (const value of [...codes, '', 'qqq', 'n/a', '=1', ' x ', 'Unknown']) {
					const text = `${header},${element.column}\n${row},‸${value}\n`;
					const found = unescaped(hoverAt(table.fileName, text)?.markdown ?? '');
					const [above = '', below] = found.split('\n\n---\n\n');
					assert.ok(above.split('\n').length <= 8, above);
					assert.match(below ?? '', /_Source: /);
					if (codes.length <= 20 || !codes.includes(value)) {
						for (const code of codes) assert.ok(above.includes(code), `${element.column} ${code}`);
					}
				}
			}
		}
	});

	it('lists no more codes than a reader can look through, however many a district accepts', () => {
		const own = Array.from({ length: 500 }, (_, index) => `own${index}`);
		const settings = { acceptedValues: { Gender: own } };
		const text = hoverAt('students.csv', `${HEADER},Gender\n1,5,Reyes,Ana,q‸\n`, settings)?.markdown ?? '';
		assert.match(text, / and 443 more, or empty\./);
	});

	it('explains problems in text columns too, and shows nothing on a correct value', () => {
		assert.match(hoverAt('students.csv', `${HEADER}\n1.23E+05‸,5,Reyes,Ana\n`)?.markdown ?? '', /Excel/);
		assert.equal(hoverAt('students.csv', `${HEADER}\n1,5,Rey‸es,Ana\n`), null);
	});

	it('explains an empty field of codes', () => {
		const text = hoverAt('students.csv', `${HEADER},Gender\n1,5,Reyes,Ana,‸\n`)?.markdown ?? '';
		assert.match(text, /^`Gender`: /);
		assert.doesNotMatch(text, /not a code/);
	});

	it('explains a value that the district accepts', () => {
		const settings = { acceptedValues: { 'ext.migrant_status': ['Unsure'] } };
		const text = hoverAt('students_ext.csv', 'sis_id,ext.migrant_status\n1,Unsure‸\n', settings)?.markdown;
		assert.match(text ?? '', /`Unsure` accepted in this district/);
	});

	it('shows nothing on the empty line after the last row, in an empty file, and in a field without a header', () => {
		assert.equal(hoverAt('students.csv', `${HEADER}\n‸`), null);
		assert.equal(hoverAt('students.csv', '‸'), null);
		assert.equal(hoverAt('students.csv', `${HEADER}\n1,5,Reyes,Ana,mo‸re\n`), null);
	});
});

describe('hover on hostile values', () => {
	const nasty = '[x](http://evil.example) <img src=x> **b** `c` $(y) ![i](j) https://evil.example';

	it('are not in it, unless a district accepts them, and then as text', () => {
		const text = `${HEADER},Gender\n1,5,Reyes,Ana,"‸A\n\n${nasty}"\n`;
		assert.doesNotMatch(hoverAt('students.csv', text)?.markdown ?? '', /evil/);
		const settings = { acceptedValues: { Gender: [`A\n\n${nasty}`] } };
		const raw = hoverAt('students.csv', text, settings)?.markdown ?? '';
		// The value has backticks and other marks, so it is text and no code.
		assert.ok(raw.includes(markdownText(shown(`A\n\n${nasty}`))));
	});

	it('are on one line, whatever breaks a line', () => {
		const picture = '![x](https://example.invalid/p.png)';
		for (const lineBreak of ['\n\n', '\r', '\r\n\r\n', '\u2028', '\u2029', '\u0085', '\v', '\f']) {
			const value = `A${lineBreak}${picture}`;
			const text = `${HEADER},Gender\n1,5,Reyes,Ana,‸M\n`;
			const raw = hoverAt('students.csv', text, { acceptedValues: { Gender: [value] } })?.markdown ?? '';
			assert.ok(raw.includes('A ![x\\](https\\://example.invalid/p.png)'), raw);
			assert.doesNotMatch(raw, /[^\\]\]\(https?:..example/);
		}
	});

	it('keeps a value of several lines on one', () => {
		assert.equal(markdownText('# a\r\n# b\n\n- c'), '\\# a # b - c');
	});

	it('shows a code with a backtick as it is', () => {
		const settings = { acceptedValues: { Gender: ['a`b'] } };
		const text = hoverAt('students.csv', `${HEADER},Gender\n1,5,Reyes,Ana,a\`b‸\n`, settings)?.markdown;
		assert.match(text ?? '', /``a`b`` accepted in this district/);
	});

	it('never shows a password, not even one with a problem', () => {
		const secrets = [
			'hunter2',
			'=hunter2',
			'hunter2'.repeat(60),
			'"hunter2',
			'hun"ter2',
			'\ufffdhunter2',
			'"hunter2" ',
		];
		for (const secret of secrets) {
			const text = `${HEADER},Password\n1,5,Reyes,Ana,‸${secret}\n`;
			assert.equal(hoverAt('students.csv', text), null, secret);
		}
		for (const header of ['PASSWORD', 'password', ' Password ']) {
			assert.equal(hoverAt('students.csv', `${HEADER},${header}\n1,5,Reyes,Ana,‸hunter2\n`), null, header);
		}
		const shifted = hoverAt('students.csv', `${HEADER},Password\n1,5,Reyes, Jr,Ana,hun‸ter2\n`);
		assert.equal(shifted, null);
	});
});
