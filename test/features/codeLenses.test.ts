import assert from 'node:assert/strict';
import type { ReadinessState, Reason } from '../../server/src/coverage/readinessTypes';
import { codeLenses, type LensCommands } from '../../server/src/features/codeLenses';
import { checked } from '../support/features';

const HEADER = 'Student_id,School_id,Last_name,First_name,Gender\n';
const all: LensCommands = { showState: 's', fixAll: 'f', showReport: 'r', openAsTable: 't' };
const row = (id: string, gender = 'F'): string => `${id},5,Reyes,Ana,${gender}\n`;

describe('the lenses over the header', () => {
	const titles = (text: string, commands = all): (string | undefined)[] =>
		codeLenses(checked('students.csv', text), undefined, commands).map(({ command }) => command?.title);
	const titleFor = (text: string, state: ReadinessState, ...reasons: Reason[]): string | undefined => {
		const readiness = { state, summary: '', reasons };
		return codeLenses(checked('students.csv', text), readiness, all)[0]?.command?.title;
	};

	it('count students, errors and warnings, and offer the next step', () => {
		const text = HEADER + row('1') + row('1') + row('2', 'Female') + row('3', 'f');
		assert.deepEqual(titles(text), [
			'3 students · 1 error · 1 warning',
			'Fix All 2',
			'Report',
			'Open as Table',
		]);
		assert.deepEqual(titles(HEADER + row('1')), ['1 student · no errors', 'Report', 'Open as Table']);
		assert.deepEqual(titles(HEADER), ['0 students · no errors', 'Report', 'Open as Table']);
	});

	it('offer nothing that there is no command for', () => {
		assert.deepEqual(titles(HEADER + row('2', 'Female'), { showState: 's' }), ['1 student · 1 error']);
	});

	it('run the command on the file', () => {
		const lenses = codeLenses(checked('students.csv', HEADER + row('2', 'Female')), undefined, all);
		assert.deepEqual(
			lenses.map(({ command }) => [command.command, command.arguments]),
			['s', 'f', 'r', 't'].map((command) => [command, ['file:///students.csv']]),
		);
	});

	it('offer no table to a client that has none', () => {
		const withoutTable = { ...all, openAsTable: undefined };
		assert.deepEqual(titles(HEADER + row('1'), withoutTable), ['1 student · no errors', 'Report']);
	});

	it('say how the folder stands where the file has no errors, and name the file that has', () => {
		const text = HEADER + row('1') + row('2');
		const warning: Reason = { id: 'warnings', message: 'W' };
		const accepted: Reason = { id: 'accepted-values', message: 'A' };
		const error: Reason = { id: 'errors', message: 'students_ext.csv has 37 errors.' };
		assert.equal(titleFor(text, 'ready', accepted), '2 students · ready to upload');
		assert.equal(titleFor(text, 'review', warning, warning, accepted), '2 students · 2 things to review');
		assert.equal(titleFor(text, 'errors', error, warning), '2 students · students_ext.csv has 37 errors');
		assert.equal(titleFor(HEADER + row('1', 'Female'), 'errors', error), '1 student · 1 error');
	});

	it('count a student with several rows once, and IDs that share a hash once each', () => {
		const many = Array.from({ length: 2000 }, (_, at) => String(at % 1204));
		const text = HEADER + many.map((id) => row(id)).join('');
		assert.equal(titles(text)[0], '1,204 students · no errors');
	});

	it('are updated after an edit', () => {
		const checker = checked('students.csv', HEADER + row('1') + row('2'));
		const position = { line: 2, character: 0 };
		checker.document.update([{ range: { start: position, end: { line: 2, character: 1 } }, text: '1' }], 2);
		assert.ok(checker.run());
		assert.equal(codeLenses(checker, undefined, all)[0]?.command?.title, '1 student · no errors');
	});
});
