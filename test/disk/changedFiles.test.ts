import assert from 'node:assert/strict';
import fs, {
	appendFileSync,
	renameSync,
	rmSync,
	statSync,
	truncateSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { folderReports } from '../../server/src/cli/check/folderReadiness';
import { CannotCheck } from '../../server/src/disk/cannotCheck';
import { DiskCheck, type FileReport } from '../../server/src/disk/fileCheck';
import { defaultSettings } from '../../server/src/settings';
import { beforeRead, type ReadHook } from './changes';
import { DatasetFolder } from './datasetFolder';

const HEADER = 'School_id,Student_id,Last_name,First_name,ext.title_i\n';
/** Of the same length, so that a cut is at the end of a row. */
const rows = (count: number): string =>
	Array.from({ length: count }, (_, at) => `5,${1_000_000 + at},Reyes,Ana,No\n`).join('');
/** More than two windows, and less than starts workers. */
const LARGE = HEADER + rows(90_000);

describe('the check on the disk of a file that changes while it is read', () => {
	let folder: DatasetFolder;
	let hook: ReadHook | undefined;
	const reports: FileReport[] = [];
	const failures: string[] = [];
	beforeEach(() => {
		folder = new DatasetFolder();
		reports.length = 0;
		failures.length = 0;
	});
	afterEach(() => {
		hook?.remove();
		hook = undefined;
		folder.remove();
	});

	const diskCheck = (): DiskCheck => new DiskCheck(defaultSettings, (message) => failures.push(message));
	const changed = (name: string): string =>
		`${folder.pathOf(name)}: the file changed while it was checked. Check it again.`;
	const rejects = (check: Promise<void>, name: string): Promise<void> =>
		assert.rejects(check, (error) => error instanceof CannotCheck && error.message === changed(name));

	/** What another program may do, and before which read of the file. */
	const changes: readonly (readonly [string, number, (path: string) => void])[] = [
		['is cut at the end of a row', 2, (path) => truncateSync(path, HEADER.length + rows(50_000).length)],
		['is cut in a part that was read', 2, (path) => truncateSync(path, HEADER.length)],
		['is emptied', 1, (path) => truncateSync(path, 0)],
		['grows', 2, (path) => appendFileSync(path, rows(1))],
		['has a value changed, and keeps its size', 2, (path) => rewrite(path)],
		['is replaced by another one', 2, (path) => replace(path)],
		['is deleted', 2, (path) => rmSync(path)],
	];
	for (const [what, nth, act] of changes) {
		it(`says so where it ${what}, and reports nothing of it`, async () => {
			folder.write('students.csv', LARGE);
			hook = beforeRead('students.csv', nth, act);
			const check = diskCheck();
			await rejects(check.check(folder.pathOf('students.csv'), reports), 'students.csv');
			assert.deepEqual([reports, failures], [[], []]);
			assert.equal(check.failed.get(folder.pathOf('students.csv')), 'changed');
		});
	}

	it('takes a file for the same one where the system numbers its device in two ways', async () => {
		folder.write('students.csv', HEADER + rows(1));
		const { statSync: real } = fs;
		const asOnWindows = (...args: Parameters<typeof real>): unknown =>
			Object.assign(real(...args) ?? {}, { dev: args[1]?.bigint ? 0n : 0 });
		Object.assign(fs, { statSync: asOnWindows });
		try {
			const check = diskCheck();
			await check.check(folder.pathOf('students.csv'), reports);
			assert.equal(check.dropChanged(reports), false);
		} finally {
			Object.assign(fs, { statSync: real });
		}
		assert.equal(reports.length, 1);
	});

	it('says so of a UTF-16 file', async () => {
		writeFileSync(folder.pathOf('students.csv'), Buffer.from(`\ufeff${LARGE}`, 'utf16le'));
		hook = beforeRead('students.csv', 2, (path) => truncateSync(path, 100));
		await rejects(diskCheck().check(folder.pathOf('students.csv'), reports), 'students.csv');
		assert.deepEqual(reports, []);
	});

	it('says so where rows are read once more, to compare those of one student', async () => {
		folder.write('students.csv', `${LARGE}5,1000000,Poe,Bo,Yes\n`);
		// Two windows, then the rows of the student.
		hook = beforeRead('students.csv', 5, (path) => truncateSync(path, HEADER.length));
		await rejects(diskCheck().check(folder.pathOf('students.csv'), reports), 'students.csv');
		assert.deepEqual(reports, []);
	});

	/** Read 8 is for IDs that no student has, after a conflict was found. */
	for (const nth of [1, 4, 8]) {
		it(`compares with no sibling that changes before read ${nth} of it, and says so once`, async () => {
			folder.write('students.csv', LARGE);
			folder.write('students_ext.csv', 'sis_id,ext.title_i\n1000000,Yes\n1089999,No\n7,No\n');
			hook = beforeRead('students.csv', nth, (path) =>
				truncateSync(path, HEADER.length + rows(50_000).length),
			);
			const check = diskCheck();
			await check.check(folder.pathOf('students_ext.csv'), reports);
			assert.deepEqual(failures, [
				`${changed('students.csv').replace(/\.$/, '')}. The IDs in students_ext.csv were not compared with it.`,
			]);
			const [report] = reports;
			assert.deepEqual([reports.length, report?.records, report?.facts?.isCompared], [1, 3, false]);
			assert.deepEqual(
				report?.findings.filter(({ rule }) => rule.startsWith('dataset/')),
				[],
			);
		});
	}

	it('still compares with a sibling that changes after it was read', async () => {
		folder.write('students.csv', HEADER + rows(1));
		folder.write('students_ext.csv', 'sis_id,ext.title_i\n1000000,No\n7,No\n');
		await diskCheck().check(folder.pathOf('students_ext.csv'), reports);
		assert.deepEqual(
			reports[0]?.findings.flatMap(({ rule, record }) =>
				rule === 'dataset/unknown-student' ? [record] : [],
			),
			[2],
		);
	});

	it('compares with no other version of a sibling than the one that it has checked', async () => {
		folder.write('students.csv', HEADER + rows(2));
		folder.write('students_ext.csv', 'sis_id,ext.title_i\n1000001,No\n');
		const check = diskCheck();
		await check.check(folder.pathOf('students.csv'), reports);
		truncateSync(folder.pathOf('students.csv'), HEADER.length + rows(1).length);
		await check.check(folder.pathOf('students_ext.csv'), reports);
		assert.equal(check.dropChanged(reports), true);
		assert.deepEqual(failures, [
			`${changed('students.csv').replace(/\.$/, '')}. The IDs in students_ext.csv were not compared with it.`,
		]);
		assert.deepEqual(
			reports.map(({ table, facts, counts }) => [table, facts?.isCompared, counts.error]),
			[['students_ext.csv', false, 0]],
		);
	});

	it('drops the report of a file that changes while the next one is checked', async () => {
		folder.write('students.csv', HEADER + rows(1));
		folder.write('students_ext.csv', 'sis_id,ext.title_i\n1000000,No\n');
		const check = diskCheck();
		const paths = ['students.csv', 'students_ext.csv'].map((name) => folder.pathOf(name));
		await check.check(paths[0] as string, reports);
		await check.check(paths[1] as string, reports);
		assert.equal(check.dropChanged(reports), false);
		appendFileSync(paths[0] as string, rows(1));
		assert.equal(check.dropChanged(reports), true);
		assert.deepEqual(failures, [changed('students.csv')]);
		assert.deepEqual(
			reports.map(({ path }) => path),
			[paths[1]],
		);
		const [inFolder] = await folderReports(paths, reports, () => ({
			settings: defaultSettings,
			failed: check.failed,
			onFailure: assert.fail,
		}));
		assert.deepEqual(
			inFolder?.readiness.reasons.find(({ id }) => id === 'not-compared')?.message,
			'students.csv changed during the check, so it was not checked.',
		);
	});
});

/** Another last letter in the first row, a second later. */
function rewrite(path: string): void {
	const { mtimeMs } = statSync(path);
	writeFileSync(path, LARGE.replace('No\n', 'Ni\n'));
	utimesSync(path, new Date(), new Date(mtimeMs + 1000));
}

/** What editors and exports do that write a whole file or none. */
function replace(path: string): void {
	writeFileSync(`${path}.new`, LARGE);
	renameSync(`${path}.new`, path);
}
