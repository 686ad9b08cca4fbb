/** The problem matcher that tasks ask for, in VS Code: what the command line prints becomes problems. */
import { strict as assert } from 'node:assert';
import {
	CustomExecution,
	DiagnosticSeverity,
	EventEmitter,
	languages,
	Task,
	TaskScope,
	tasks,
	type Uri,
	workspace,
} from 'vscode';
import { inFolder, when } from './support';

/** Lines as `check` prints them, of a file that the extension itself does not check. */
const lines = [
	'task problems/report.txt:2:3 error field/unknown-code Gender has no code "Q". [Row 2, column E (Gender)]',
	'task problems/report.txt:1:7 warning header/unknown-element No known column.',
	'task problems/report.txt:1:1 information header/missing-element A column is missing.',
	'task problems/report.txt:3:1 hint header/spelling Race is spelled differently.',
	'task problems/report.txt: 2 rows, 1 error',
];

describe('a task with the problem matcher', () => {
	let file: Uri;
	before(async () => {
		file = inFolder('task problems', 'report.txt');
		await workspace.fs.writeFile(file, Buffer.from('1\n2\n3\n'));
	});

	it('shows each line on its place, with its severity and its rule', async () => {
		const written = new EventEmitter<string>();
		const closed = new EventEmitter<number>();
		const terminal = new CustomExecution(async () => ({
			onDidWrite: written.event,
			onDidClose: closed.event,
			open: () => {
				for (const line of lines) written.fire(`${line}\r\n`);
				closed.fire(0);
			},
			close: () => {},
		}));
		await tasks.executeTask(
			new Task({ type: 'check' }, TaskScope.Workspace, 'check', 'test', terminal, '$clever-demographics'),
		);
		const found = () => languages.getDiagnostics(file);
		await when(
			() => found().length === 4,
			(look) => languages.onDidChangeDiagnostics(look),
			() => JSON.stringify(found()),
		);
		assert.deepEqual(
			found()
				.map(({ range, severity, code, source }) => [
					range.start.line,
					range.start.character,
					severity,
					code,
					source,
				])
				.sort(),
			[
				[0, 0, DiagnosticSeverity.Information, 'header/missing-element', 'clever-demographics'],
				[0, 6, DiagnosticSeverity.Warning, 'header/unknown-element', 'clever-demographics'],
				[1, 2, DiagnosticSeverity.Error, 'field/unknown-code', 'clever-demographics'],
				[2, 0, DiagnosticSeverity.Information, 'header/spelling', 'clever-demographics'],
			],
		);
	});
});
