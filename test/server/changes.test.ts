/** A comparison with the last upload: asked for once, then followed while files change. */
import assert from 'node:assert/strict';
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
	type ChangesParams,
	type CompareAnswer,
	changesRequest,
	changesReviewedRequest,
	changesShownNotification,
	compareRequest,
	earlierValuesNotification,
	type GridLayoutAnswer,
	type GridRowsAnswer,
	type GridView,
	gridLayoutRequest,
	gridRowsRequest,
	type ShownBy,
	type ShownChanges,
	type Status,
	statusNotification,
} from '../../server/src/protocol';
import { temporaryFolder } from '../editor/host/cleanup';
import { Client } from './client';

const HEADER =
	'School_id,Student_id,Last_name,First_name,Gender,Race,Hispanic_Latino,Home_language,Ell_status,Frl_status,IEP_status';
const EXT_HEADER =
	'sis_id,ext.idea_indicator,ext.disability_status,ext.primary_disability_type,ext.section_504_status,ext.economic_disadvantage_status,ext.migrant_status,ext.title_i';
/** A district of some students, all alike but for their IDs and names. */
const roster = (students: number, lunch = 'F'): string =>
	`${HEADER}\n${Array.from({ length: students }, (_, at) => `1,${at + 100},Doe${at},Sam,F,W,N,English,N,${lunch},N\n`).join('')}`;
const extension = (students: number): string =>
	`${EXT_HEADER}\n${Array.from({ length: students }, (_, at) => `${at + 100},No,No,,No,No,No,No\n`).join('')}`;

describe('a comparison with the last upload', () => {
	let folder: string;
	let remove: () => void;
	let client: Client;
	const uri = (name: string): string => pathToFileURL(join(folder, name)).href;
	const write = (name: string, text: string): string => {
		const path = join(folder, name);
		mkdirSync(join(path, '..'), { recursive: true });
		writeFileSync(path, text);
		return uri(name);
	};
	beforeEach(async () => {
		({ path: folder, remove } = temporaryFolder());
		client = await Client.start({ initializationOptions: { status: true } });
	});
	afterEach(async () => {
		await client.stop();
		remove();
	});
	const compare = (...before: readonly string[]): Promise<CompareAnswer | null> =>
		client.request(compareRequest, { uri: uri('students.csv'), before });
	const shown = (most = 200): Promise<ShownChanges | null> => {
		const params: ChangesParams = {
			uri: uri('students.csv'),
			most: { added: most, gone: most, zerosChanged: most, moved: most },
		};
		return client.request(changesRequest, params);
	};
	/** Waits for a status of the roster whose state and reasons are these. */
	const untilReasons = (...expected: readonly string[]): Promise<unknown> => {
		const isThere = (): true | undefined => {
			const last = client.received.findLast(
				({ method, params }) =>
					method === statusNotification && (params as Status).uri === uri('students.csv'),
			);
			const { state, reasons = [] } = (last?.params as Status | undefined)?.readiness ?? {};
			return JSON.stringify([state, ...reasons.map(({ id }) => id)]) === JSON.stringify(expected)
				? true
				: undefined;
		};
		return isThere() ? Promise.resolve() : client.until(isThere);
	};

	it('makes Ready a review with its alarms, until they are reviewed or the text is right again', async () => {
		const old = [write('2026-10/students.csv', roster(20)), write('2026-10/students_ext.csv', extension(17))];
		write('students_ext.csv', extension(17));
		client.open(uri('students.csv'), roster(17));
		await untilReasons('ready');
		assert.equal(await shown(), null);
		assert.deepEqual(await compare(...old), { alarms: 1 });
		await untilReasons('review', 'changed');
		const changes = await shown(2);
		assert.deepEqual(changes?.students.gone, {
			count: 3,
			first: [
				{ id: '117', name: 'Doe17, Sam', school: '1' },
				{ id: '118', name: 'Doe18, Sam', school: '1' },
			],
		});
		assert.deepEqual([changes?.isStale, changes?.toReview, changes?.comparedWith], [false, 1, old]);
		client.notify(changesShownNotification, { uri: uri('students.csv'), by: 'page', isShown: true });
		await client.request(changesReviewedRequest, { uri: uri('students_ext.csv') });
		await untilReasons('ready');
		// What appears later is to be reviewed, though not what was.
		const all = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
		client.change(uri('students.csv'), { range: all, text: roster(17, '') });
		assert.equal((await shown())?.isStale, true);
		await untilReasons('review', 'empty-category', 'changed', 'changed');
		assert.equal((await shown())?.isStale, false);
		client.change(uri('students.csv'), { range: all, text: roster(20) });
		await untilReasons('ready');
		assert.deepEqual((await shown())?.alarms, []);
	});

	describe('in the tables of the files', () => {
		const isCompared = async (name: string): Promise<boolean | undefined> =>
			(await client.request<GridLayoutAnswer>(gridLayoutRequest, { uri: uri(name) }))?.isCompared;
		/** The IDs of the rows that changed, with what was there. */
		const changedRows = async (name: string, changed: GridView['filter']['changed'] = true) => {
			const view: GridView = { id: `view-${JSON.stringify(changed)}`, filter: { changed } };
			const asked = { uri: uri(name), view, first: 0, count: 9, columns: [0, 1] };
			const answer = await client.request<GridRowsAnswer>(gridRowsRequest, asked);
			return answer?.rows.map((row) => [
				row.values?.[name === 'students.csv' ? 1 : 0],
				...(row.earlier ?? []).map(({ column, value }) => `${column} ${value}`),
			]);
		};
		const show = (by: ShownBy, isShown: boolean): void =>
			client.notify(changesShownNotification, { uri: uri('students_ext.csv'), by, isShown });
		/** Waits until the table of a file is told of other values, for the `times`-th time. */
		const told = (name: string, times: number): Promise<unknown> => {
			const enough = (): true | undefined =>
				client.received.filter(
					({ method, params }) =>
						method === earlierValuesNotification && (params as { uri: string }).uri === uri(name),
				).length >= times || undefined;
			return enough() ? Promise.resolve() : client.until(enough);
		};
		const now = roster(4).replace('101,Doe1,Sam,F', '101,Doe1,Sam,M');

		it('shows what changed while a page or a table is open, also after the page is closed', async () => {
			client.open(uri('students.csv'), now);
			assert.equal(await isCompared('students.csv'), false);
			const old = write('old.csv', roster(4));
			await compare(old);
			show('page', true);
			await told('students.csv', 1);
			assert.deepEqual(await changedRows('students.csv'), [['101', '4 F']]);
			show('table', true);
			show('page', false);
			// An edit is compared at once, with what was held; the other one was put back.
			const at = { line: 4, character: '1,103,Doe3,Sam,'.length };
			client.change(uri('students.csv'), { range: { start: at, end: { ...at, character: 16 } }, text: 'X' });
			client.change(uri('students.csv'), {
				range: { start: { line: 2, character: 15 }, end: { line: 2, character: 16 } },
				text: 'F',
			});
			assert.deepEqual(await changedRows('students.csv', { column: 4, from: 'F' }), [['103', '4 F']]);
			assert.deepEqual(await changedRows('students.csv', { column: 4, from: 'M' }), []);
			show('table', false);
			await told('students.csv', 2);
			assert.equal(await isCompared('students.csv'), false);
			// The next table reads it again; its rows wait for that.
			show('table', true);
			assert.deepEqual(await changedRows('students.csv', { column: 4, from: 'F' }), [['103', '4 F']]);
			assert.equal(await isCompared('students.csv'), true);
		});

		it('marks a column that both files have only where it is compared', async () => {
			const extensionWith = (gender: string): string =>
				`sis_id,Gender,ext.title_i\n100,${gender},No\n101,F,No\n102,F,Yes\n`;
			client.open(uri('students.csv'), now);
			client.open(uri('students_ext.csv'), extensionWith('M'));
			const old = [write('old/students.csv', roster(4)), write('old/students_ext.csv', extensionWith('X'))];
			writeFileSync(join(folder, 'old/students_ext.csv'), extensionWith('X').replace('Yes', 'No'));
			await compare(...old);
			show('table', true);
			await told('students_ext.csv', 1);
			assert.deepEqual(await changedRows('students.csv'), [['101', '4 F']]);
			assert.deepEqual(await changedRows('students_ext.csv'), [['102', '2 No']]);
		});

		it('keeps what it knows where another upload cannot be compared with', async () => {
			client.open(uri('students.csv'), now);
			show('table', true);
			await compare(write('old.csv', roster(4)));
			await told('students.csv', 1);
			const failed = await compare(uri('gone.csv'));
			assert.ok(failed && 'problem' in failed);
			assert.deepEqual(await changedRows('students.csv'), [['101', '4 F']]);
			// Another upload gives other rows in the same view.
			await compare(write('older.csv', roster(4).replace('100,Doe0,Sam,F', '100,Doe0,Sam,X')));
			assert.deepEqual(await changedRows('students.csv'), [
				['100', '4 X'],
				['101', '4 F'],
			]);
		});
	});

	it('says where old and new may be swapped, open or not', async () => {
		write('students.csv', roster(3));
		utimesSync(join(folder, 'students.csv'), 1_700_000_000, 1_700_000_000);
		const later = write('later.csv', roster(9));
		const swapped =
			'The new side is older than the old side and has fewer students. If the two are swapped, compare them the other way around.';
		await compare(later);
		assert.deepEqual((await shown())?.notes, [swapped]);
		client.open(uri('students.csv'), roster(3));
		await compare(later);
		assert.deepEqual((await shown())?.notes, [swapped]);
		utimesSync(join(folder, 'later.csv'), 1_600_000_000, 1_600_000_000);
		await compare(later);
		assert.deepEqual((await shown())?.notes, []);
	});

	it('says why it cannot be made, and what to do', async () => {
		client.open(uri('students.csv'), roster(3));
		const problemWith = async (...before: readonly string[]): Promise<string> => {
			const answer = await compare(...before);
			assert.ok(answer && 'problem' in answer);
			return answer.problem;
		};
		write('students.csv', roster(3));
		assert.equal(
			await problemWith(uri('students.csv')),
			'students.csv is the file that is compared. Choose the one that you uploaded last.',
		);
		assert.equal(await problemWith(uri('gone.csv')), 'gone.csv is not there any more. Choose another file.');
		assert.equal(
			await problemWith(write('staff.csv', 'Staff_id,Email\n1,a@b.org\n')),
			'staff.csv has no column Student_id or sis_id, so its students are not known. Choose a file that was uploaded to Clever.',
		);
		const twins = [write('a.csv', roster(2)), write('b.csv', roster(2))];
		assert.equal(await problemWith(...twins), 'a.csv and b.csv are both students.csv. Choose one of them.');
		const large = write('large.csv', `${HEADER}\n${'x'.repeat(50 * 1024 * 1024)}`);
		assert.match(await problemWith(large), /^large\.csv is larger than 50 MB\./);
		mkdirSync(join(folder, 'folder.csv'));
		assert.match(await problemWith(uri('folder.csv')), /^folder\.csv cannot be read\./);
		assert.equal(await shown(), null);
	});

	it('takes one file of any name, whatever its order and quoting, and writes nothing', async () => {
		const [head = '', ...rows] = roster(20).trimEnd().split('\n');
		const quoted = rows.toReversed().map((row) => row.replace(/[^,]+/g, '"$&"'));
		const old = write('students (old).csv', `\ufeff${[head, ...quoted].join('\r\n')}\r\n`);
		client.open(uri('students.csv'), roster(20));
		assert.deepEqual(await compare(old), { alarms: 0 });
		const changes = await shown();
		assert.deepEqual(
			[changes?.students.inBoth, changes?.students.added.count, changes?.students.gone.count],
			[20, 0, 0],
		);
		assert.ok(changes?.categories.every(({ changes }) => changes.length === 0));
	});
});
