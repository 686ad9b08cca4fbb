import assert from 'node:assert/strict';
import { availableParallelism } from 'node:os';
import { FileBytes } from '../../server/src/disk/fileBytes';
import { DiskCheck } from '../../server/src/disk/fileCheck';
import { MAX_LISTED_FINDINGS } from '../../server/src/disk/fileTotals';
import { defaultSettings } from '../../server/src/settings';
import { buildCli, folder, rosterHeader, run, runJson } from './support';

/** Enough that the check takes workers, with a field of several lines wherever a portion may end. */
const ROWS = 150_000;

function roster(gender: (row: number) => string): string {
	const rows = Array.from(
		{ length: ROWS },
		(_, row) => `5,${1_000_000 + row},"Reyes,\n${'y'.repeat(row % 40)}\nJr",Aña,${gender(row)}\n`,
	);
	return `${rosterHeader}\n${rows.join('')}5,1000007,Reyes,Ana,M\n`;
}

describe('CLI: a file that several workers check', () => {
	before(buildCli);
	const text = roster((row) => (row % 20_000 === 7 ? 'Female' : 'F'));

	it('reports every finding once, in the right place', async () => {
		assert.ok(availableParallelism() > 1, 'this machine has workers to offer');
		const { status, json, stderr } = await runJson([], { cwd: folder({ 'students.csv': text }) });
		assert.equal(stderr, '');
		assert.equal(status, 1);
		const [file] = json.files;
		assert.equal(file?.records, ROWS + 1);
		assert.deepEqual(
			file?.findings.map(({ rule, record, line }) => [rule, record, line]),
			[
				...Array.from({ length: 8 }, (_, index) => 20_000 * index + 7).map((row) => [
					'field/unknown-code',
					row + 1,
					row * 3 + 4,
				]),
				['table/conflicting-rows', ROWS + 1, ROWS * 3 + 2],
			],
		);
	});

	it('reports the same findings as one thread', async () => {
		const opened = { bytes: FileBytes.of(text), start: 0, byteOrderMark: false, names: undefined };
		const alone = await new DiskCheck(defaultSettings, assert.fail).checkText('students.csv', opened);
		const { json } = await runJson([], { cwd: folder({ 'students.csv': text }) });
		assert.deepEqual(
			json.files[0]?.findings.map(({ line, column, endLine, endColumn }) => [
				line,
				column,
				endLine,
				endColumn,
			]),
			alone.findings.map(({ start, end }) => [
				start.line + 1,
				start.character + 1,
				end.line + 1,
				end.character + 1,
			]),
		);
	});
});

describe('CLI: a file with more findings than are listed', () => {
	before(buildCli);
	const text = `${roster(() => 'Female').slice(0, -1)}\n\n5,x,Reyes,Ana,f\n`;

	it('has all findings counted, the first of each kind listed, and the number of the others', async () => {
		const { json } = await runJson([], { cwd: folder({ 'students.csv': text }) });
		const [file] = json.files;
		assert.ok(file);
		assert.equal(json.summary.errors, ROWS + 1);
		assert.equal(json.summary.warnings, 2);
		assert.ok(file.findings.length <= MAX_LISTED_FINDINGS);
		assert.ok(file.findings.length > MAX_LISTED_FINDINGS - 10);
		assert.equal(file.unlisted, ROWS + 3 - file.findings.length);
		const codes = file.findings.filter(({ rule }) => rule === 'field/unknown-code');
		assert.deepEqual(
			codes.map(({ record }) => record),
			codes.map((_, index) => index + 1),
		);
		const others = file.findings.filter(({ rule }) => rule !== 'field/unknown-code');
		assert.deepEqual(
			others.map(({ rule }) => rule),
			['table/conflicting-rows', 'csv/blank-line', 'field/code-spelling'],
		);
	});

	it('has that number in the text output too', async () => {
		const { stdout } = await run(['check'], { cwd: folder({ 'students.csv': text }) });
		assert.match(stdout, /^students\.csv: 14\d,\d{3} more problems are counted below but not listed\.$/m);
		assert.match(stdout, /^students\.csv: 150,003 rows, 150,001 errors, 2 warnings$/m);
	});
});

describe('CLI: a value of megabytes', () => {
	it('takes memory for a few copies of the value, however many quotes it has', async () => {
		const value = `"${'a""'.repeat(5_000_000)}"`;
		const { status, stderr } = await run(['check'], {
			cwd: folder({ 'students.csv': `${rosterHeader}\n5,1,${value},Ana,F\n` }),
			// Megabytes; what the process has beside the value takes 30.
			env: { NODE_OPTIONS: '--max-old-space-size=200' },
		});
		assert.deepEqual([status, stderr], [0, '']);
	});
});
