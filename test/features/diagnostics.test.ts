import assert from 'node:assert/strict';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import { messageOf } from '../../server/src/check/finding';
import { diagnostics } from '../../server/src/features/diagnostics';
import { checked, messageTextOf, textIn } from '../support/features';

const HEADER = 'Student_id,School_id,Last_name,First_name';
const noPages = { ruleUri: () => undefined };

describe('diagnostics', () => {
	it('carry rule id, source, severity, message and the exact range', () => {
		const text = `${HEADER},Gender\r\n1,5,Reyes,Ana,"Female"\r\n`;
		assert.deepEqual(diagnostics(checked('students.csv', text), noPages), [
			{
				range: { start: { line: 1, character: 14 }, end: { line: 1, character: 22 } },
				severity: DiagnosticSeverity.Error,
				code: 'field/unknown-code',
				source: 'clever-demographics',
				message: 'Gender has no code "Female". Use F (Female).',
			},
		]);
	});

	it('link to the page of the rule if the folder of pages is known', () => {
		const ruleUri = (id: string): string => `x:/${id}`;
		const [first] = diagnostics(checked('students_ext.csv', ''), { ruleUri });
		assert.deepEqual(first?.codeDescription, { href: 'x:/csv/empty-file' });
	});

	it('have the severities of LSP, and those that the district set', () => {
		const text = `${HEADER},GENDER,Race,IEP_status,Section_504_status\n1,5,Reyes,Ana,Female,w,null,Y\n`;
		const severities = (rules: Record<string, string>): (readonly [unknown, unknown])[] =>
			diagnostics(checked('students.csv', text, { rules }), noPages).map(
				({ code, severity }) => [code, severity] as const,
			);
		assert.deepEqual(severities({}), [
			['header/spelling', DiagnosticSeverity.Hint],
			['header/twin-element', DiagnosticSeverity.Information],
			['field/unknown-code', DiagnosticSeverity.Error],
			['field/code-spelling', DiagnosticSeverity.Warning],
			['field/null-word', DiagnosticSeverity.Warning],
		]);
		const rules = {
			'header/spelling': 'off',
			'header/twin-element': 'error',
			'field/unknown-code': 'information',
			'field/code-spelling': 'off',
			'field/null-word': 'hint',
		};
		assert.deepEqual(severities(rules), [
			['header/twin-element', DiagnosticSeverity.Error],
			['field/unknown-code', DiagnosticSeverity.Information],
			['field/null-word', DiagnosticSeverity.Hint],
		]);
	});

	it('fade an empty row, and link to the row that explains the finding', () => {
		const text = 'sis_id,ext.title_i\r\n7,AUT\r\n\r\n7,Both\r\n';
		const all = diagnostics(checked('students_ext.csv', text), noPages);
		const blank = all.find(({ code }) => code === 'csv/blank-line');
		assert.deepEqual(blank?.tags, [1]);
		assert.deepEqual(blank?.range, { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } });
		const twice = all.find(({ code }) => code === 'table/duplicate-key');
		assert.deepEqual(twice?.range, { start: { line: 3, character: 0 }, end: { line: 3, character: 1 } });
		const [related, ...more] = twice?.relatedInformation ?? [];
		assert.ok(related);
		assert.equal(more.length, 0);
		assert.equal(related.location.uri, 'file:///students_ext.csv');
		assert.equal(textIn(text, related.location.range), '7');
		assert.equal(related.location.range.start.line, 1);
		assert.equal(related.message, 'Row 2 of the same student');
	});

	it('count characters in UTF-16 units', () => {
		const text = `${HEADER},Gender\n1,5,😀é,"😀\n",Female\n`;
		const [first, ...more] = diagnostics(checked('students.csv', text), noPages);
		assert.equal(more.length, 0);
		assert.equal(first && textIn(text, first.range), 'Female');
	});

	it('list every finding, up to 1,000', () => {
		const rows = (count: number): string => `${HEADER},Gender\n${'1,5,Reyes,Ana,Female\n'.repeat(count)}`;
		const checker = checked('students.csv', rows(1000));
		const all = diagnostics(checker, noPages);
		assert.equal(all.length, 1000);
		assert.deepEqual(
			all.map(({ message }) => message),
			checker.findings().map(messageOf),
		);
		assert.deepEqual(
			all.map(({ range }) => range.start.line),
			Array.from({ length: 1000 }, (_, index) => index + 1),
		);
		const last = diagnostics(checked('students.csv', rows(1001)), noPages).at(-1);
		assert.match(messageTextOf(last), /more/);
	});
});
