import assert from 'node:assert/strict';
import { rules } from '../../server/src/rules';
import { exampleText } from '../../server/src/rules/example';
import type { Example } from '../../server/src/rules/rule';
import type { FileView } from '../../server/src/rules/views';
import { students, studentsExt } from '../../server/src/spec';
import { check, type Found, faults, only } from '../support/checking';

/** What a host that has the bytes of a text knows about the file. */
function bytesOf(text: string): Partial<FileView> {
	const breaks = text.match(/\r\n|\n|\r/g) ?? [];
	const times = (wanted: string) => breaks.filter((one) => one === wanted).length;
	return {
		byteOrderMark: text.startsWith('\uFEFF'),
		lineBreaks: { crlf: times('\r\n'), lf: times('\n'), cr: times('\r') },
	};
}

function checkExample(example: Example, table: string, sibling?: string): readonly Found[] {
	const text = exampleText(example, table);
	return check(table, text, {}, { file: bytesOf(text), sibling: sibling });
}

describe('the example of', () => {
	for (const rule of rules) {
		const { bad, good, table, sibling } = rule.example;
		// An example is a text without a file name. A test below covers this rule.
		if (rule.id === 'file/name') continue;

		it(`${rule.id} has a finding of the rule, and its good form has none`, () => {
			const found = checkExample(bad, table, sibling);
			const ofThisRule = found.filter(({ rule: id }) => id === rule.id);
			assert.equal(ofThisRule.length, 1, JSON.stringify(found));
			assert.equal(ofThisRule[0]?.severity, rule.severity);
			const findingsAfterFix = checkExample(good, table, sibling);
			assert.ok(!findingsAfterFix.some(({ rule: id }) => id === rule.id));
			assert.deepEqual(faults(findingsAfterFix), []);
		});

		it(`${rule.id} has no other error or warning`, () => {
			const others = checkExample(bad, table, sibling).filter(({ rule: id }) => id !== rule.id);
			assert.deepEqual(faults(others), []);
		});
	}
});

describe('exampleText', () => {
	it('returns a text unchanged', () => {
		assert.equal(exampleText('a\r\n', 'students.csv'), 'a\r\n');
	});

	it('adds the required columns to a row', () => {
		assert.equal(
			exampleText({ Gender: 'F' }, 'students.csv'),
			'Student_id,School_id,Last_name,First_name,Gender\n1,5,Reyes,Ana,F\n',
		);
		assert.equal(exampleText({ 'ext.title_i': 'Yes' }, 'students_ext.csv'), 'sis_id,ext.title_i\n1,Yes\n');
	});

	it('uses the given values, and quotes them if needed', () => {
		assert.equal(
			exampleText({ Last_name: 'a,"b"', Student_id: '' }, 'students.csv'),
			'Student_id,School_id,Last_name,First_name\n,5,"a,""b""",Ana\n',
		);
	});
});

describe('the rules on files report', () => {
	const text = 'sis_id,ext.title_i\n1,Yes\n';
	const ofFile = (file: Partial<FileView>) =>
		check('students_ext.csv', text, {}, { file }).filter(({ rule }) => /^file|order-mark|breaks/.test(rule));

	it('a wrong file name, in case too', () => {
		const [found] = ofFile({ name: 'Students_ext.csv' });
		assert.equal(found?.rule, 'file/name');
		assert.equal(found?.severity, 'warning');
		assert.equal(found?.record, 0);
		assert.equal(
			found?.message,
			'The file is named "Students_ext.csv". Clever expects exactly students_ext.csv. Rename it.',
		);
		assert.deepEqual(ofFile({ name: 'students_ext.csv' }), []);
		assert.deepEqual(ofFile({ name: undefined }), []);
		assert.equal(ofFile({ name: 'students.csv' }).length, 1, 'the name of the other file');
	});

	it('a byte order mark', () => {
		const [found, ...more] = ofFile({ byteOrderMark: true });
		assert.equal(found?.rule, 'csv/byte-order-mark');
		assert.equal(found?.severity, 'information');
		assert.deepEqual(more, []);
	});

	it('mixed line breaks, with the count of each kind', () => {
		const [found] = ofFile({ lineBreaks: { crlf: 2, lf: 0, cr: 1 } });
		assert.match(found?.message ?? '', /: 2 in CRLF, 1 in CR\./);
		assert.deepEqual(ofFile({ lineBreaks: { crlf: 0, lf: 9, cr: 0 } }), []);
	});

	it('a wrong file name even if the file is empty', () => {
		const found = check('students.csv', '', {}, { file: { name: 'Students.csv' } });
		only(found, 'file/name');
		only(found, 'csv/empty-file');
	});
});

describe('rules', () => {
	it('have unique ids of the form scope/condition', () => {
		const ids = rules.map(({ id }) => id);
		assert.equal(new Set(ids).size, ids.length);
		for (const id of ids)
			assert.match(id, /^(csv|header|field|record|table|dataset|file)\/[a-z]+(-[a-z]+)*$/);
	});

	it('have the severities of the design', () => {
		const designed: Readonly<Record<string, string>> = {
			'csv/byte-order-mark': 'information',
			'csv/blank-line': 'warning',
			'csv/mixed-line-breaks': 'warning',
			'csv/mojibake': 'warning',
			'csv/cr-line-breaks': 'warning',
			'csv/swallowed-rows': 'warning',
			'csv/': 'error',
			'header/missing-key': 'error',
			'header/duplicate-element': 'error',
			'header/missing-element': 'information',
			'header/twin-element': 'information',
			'header/spelling': 'hint',
			'header/': 'warning',
			'field/empty-key': 'error',
			'field/unknown-code': 'error',
			'field/too-long': 'information',
			'field/unlisted-code': 'information',
			'field/': 'warning',
			'record/repeated-header': 'error',
			'record/not-a-student': 'warning',
			'record/': 'information',
			'table/conflicting-rows': 'error',
			'table/': 'warning',
			'dataset/idea-without-iep': 'information',
			'dataset/iep-without-idea': 'information',
			'dataset/unknown-student': 'error',
			'dataset/': 'warning',
			'file/': 'warning',
		};
		for (const { id, severity } of rules) {
			assert.equal(severity, designed[id] ?? designed[id.replace(/[^/]*$/, '')], id);
		}
	});

	it('take their severity from the settings, and can be turned off', () => {
		const text = exampleText({ Gender: 'Female' }, students.fileName);
		const level = (setting: string) =>
			check(students.fileName, text, { rules: { 'field/unknown-code': setting } }).map(
				({ severity }) => severity,
			);
		assert.deepEqual(level('hint'), ['hint']);
		assert.deepEqual(level('off'), []);
		assert.deepEqual(level('no level'), ['error']);
	});

	it('report nothing in a table that they do not apply to', () => {
		const twice = 'sis_id,ext.title_i\n1,Yes\n1,No\n';
		assert.deepEqual(faults(check(studentsExt.fileName, twice)), ['table/duplicate-key 3:1']);
	});
});
