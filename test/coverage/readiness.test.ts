import assert from 'node:assert/strict';
import type { FileFacts } from '../../server/src/check/fileFacts';
import type { FolderFacts } from '../../server/src/coverage/categoryFacts';
import { readinessOf } from '../../server/src/coverage/readiness';
import type { ReasonId } from '../../server/src/coverage/readinessTypes';
import {
	column,
	EXTENSION_COLUMNS,
	emptyColumn,
	extension,
	finding,
	folderOf,
	ROSTER_COLUMNS,
	roster,
} from './folderFacts';

const both = (facts: Partial<FileFacts>, ofExtension: Partial<FileFacts> = {}): FolderFacts =>
	folderOf([
		{ ...roster, ...facts },
		{ ...extension, ...ofExtension },
	]);
const without = (...names: string[]): Partial<FileFacts> => ({
	columns: ROSTER_COLUMNS.filter((name) => !names.includes(name)).map((name) => column(name)),
});
const fresh = (columns: readonly string[]): Partial<FileFacts> => ({ columns: columns.map(emptyColumn) });

describe('a folder', () => {
	it('is ready where nothing holds it back, and says what is ready', () => {
		assert.deepEqual(readinessOf(both({})), {
			state: 'ready',
			summary: 'Ready to upload: 14 of 14 categories, 2,398 students.',
			reasons: [],
		});
	});

	const review: readonly (readonly [string, FolderFacts, readonly ReasonId[]])[] = [
		['a warning', both({ findings: [finding('warning')] }), ['warnings']],
		['a category without a column', both(without('Race')), ['missing-category']],
		[
			'a column without a value',
			both({ columns: [...(without('Race').columns ?? []), emptyColumn('Race')] }),
			['empty-category'],
		],
		[
			'a column whose name only looks like one',
			both({ ...without('Frl_status'), lookalikes: [{ header: 'FRL', index: 2, columns: ['Frl_status'] }] }),
			['lookalike-column', 'missing-category'],
		],
		[
			'values outside of the list',
			both({
				findings: [
					finding('information', { reason: 'unlisted-values', values: [{ value: 'Iloko', rows: 3 }] }),
				],
			}),
			['unlisted-values'],
		],
		['a file name', both({ name: 'Students.csv' }), ['file-name']],
		[
			'a copy beside the roster whose name Clever does not take',
			folderOf([roster], { names: ['students.csv', 'students_ext - Copy.csv', 'teachers.csv'] }),
			['file-name'],
		],
		[
			'two files for one table, but for upper and lower case',
			{ ...both({}), names: ['STUDENTS_EXT.CSV', 'students.csv', 'students_ext.csv'] },
			['file-name'],
		],
		['an encoding', both({ encoding: 'Windows-1252' }), ['encoding']],
		[
			'lost letters, also where the district made them a warning',
			both({ findings: [finding('warning', { reason: 'encoding' })] }),
			['encoding'],
		],
		['rows that cannot be read', both({ unread: 2 }), ['unreadable-rows']],
		['IDs that were not compared', both({}, { isCompared: false }), ['not-compared']],
		[
			'an alarm of a comparison with the last upload',
			{ ...both({}), changes: [{ message: '60 of 540 students are gone.' }] },
			['changed'],
		],
		['unsaved changes', both({ isDirty: true }), ['unsaved']],
		['a file that was never saved', both({ name: undefined }), ['unsaved']],
		['a fresh template', both({}, fresh(EXTENSION_COLUMNS)), ['nothing-filled']],
		['a file without rows', both({ records: 0, ...fresh(ROSTER_COLUMNS) }), ['nothing-filled']],
		['an extension file alone', folderOf([{ ...extension, isCompared: false }]), ['not-compared']],
		[
			'an extension file that is too large',
			folderOf([roster], { unread: [{ fileName: 'students_ext.csv', why: 'is too large' }] }),
			['not-compared'],
		],
		[
			'a roster that cannot be read',
			folderOf([{ ...extension, isCompared: false }], {
				unread: [{ fileName: 'students.csv', why: 'cannot be read' }],
			}),
			['not-compared'],
		],
		['no file at all', folderOf([]), ['nothing-filled']],
	];
	for (const [what, facts, ids] of review) {
		it(`is to be reviewed for ${what}, and has the same reasons when it has errors`, () => {
			const readiness = readinessOf(facts);
			assert.deepEqual([readiness.state, readiness.reasons.map(({ id }) => id)], ['review', ids]);
			const [first] = facts.files;
			if (!first) return;
			const wrong = readinessOf({
				...facts,
				files: [{ ...first, findings: [...first.findings, finding('error')] }, ...facts.files.slice(1)],
			});
			assert.deepEqual(
				[wrong.state, wrong.reasons.map(({ id }) => id).sort()],
				['errors', ['errors', ...ids].sort()],
			);
		});
	}

	const ready: readonly (readonly [string, FolderFacts, string])[] = [
		[
			'without an extension file, whose categories are not sent',
			folderOf([roster]),
			'Ready to upload: 7 of 14 categories, 2,398 students. Without students_ext.csv, 7 categories are not sent.',
		],
		[
			'with extension columns in the roster and no extension file',
			folderOf([{ ...roster, columns: [...roster.columns, column('ext.title_i')] }]),
			'Ready to upload: 8 of 14 categories, 2,398 students. Without students_ext.csv, 6 categories are not sent.',
		],
		[
			'with all categories in the roster, beside an extension file for others',
			folderOf([
				{ ...roster, columns: [...roster.columns, ...extension.columns] },
				{ ...extension, columns: [] },
			]),
			'Ready to upload: 14 of 14 categories, 2,398 students.',
		],
		[
			'without a column that the district never sends',
			{ ...both(without('Race', 'Gender')), notSent: ['Gender', 'Race'] },
			'Ready to upload: 12 of 14 categories, 2,398 students. Gender, Race are not sent.',
		],
		[
			'with an empty column that the district never sends',
			{
				...both({ columns: [...(without('Race').columns ?? []), emptyColumn('Race')] }),
				notSent: ['Race'],
			},
			'Ready to upload: 13 of 14 categories, 2,398 students. Race is not sent.',
		],
		[
			'with accepted values, which it says',
			both({
				columns: [
					...(without('Race').columns ?? []),
					column('Race', { accepted: [{ value: 'Unknown', rows: 12 }] }),
				],
			}),
			'Ready to upload: 14 of 14 categories, 2,398 students. 12 accepted values that Amplify will ignore.',
		],
		[
			'with information and hints',
			both({ findings: [finding('information'), finding('hint')] }),
			'Ready to upload: 14 of 14 categories, 2,398 students.',
		],
		[
			'without a disability type where no student has IDEA Yes',
			both(
				{},
				{
					columns: EXTENSION_COLUMNS.map((name) =>
						name === 'ext.primary_disability_type'
							? emptyColumn(name)
							: column(name, { codes: [{ value: 'No', rows: 2398 }] }),
					),
				},
			),
			'Ready to upload: 13 of 14 categories, 2,398 students. No student needs ext.primary_disability_type, so it is empty.',
		],
	];
	for (const [what, facts, summary] of ready) {
		it(`is ready ${what}`, () => {
			const readiness = readinessOf(facts);
			assert.deepEqual([readiness.state, readiness.summary], ['ready', summary]);
			assert.ok(readiness.reasons.every(({ id }) => id === 'accepted-values'));
		});
	}

	it('needs a disability type where a student has IDEA Yes', () => {
		const columns = EXTENSION_COLUMNS.map((name) =>
			name === 'ext.primary_disability_type' ? emptyColumn(name) : column(name),
		);
		const { state, reasons } = readinessOf(both({}, { columns }));
		assert.equal(state, 'review');
		assert.deepEqual(
			reasons.map((reason) => [reason.id, reason.column]),
			[['empty-category', 'ext.primary_disability_type']],
		);
	});

	it('names five alarms of a comparison, counts the others, and offers to show and to forget them', () => {
		const changes = Array.from({ length: 8 }, (_, at) => ({ message: `Alarm ${at}.`, column: 'Race' }));
		const { reasons } = readinessOf({ ...both({}), changes });
		assert.deepEqual(
			reasons.map(({ message, column: about }) => [message, about]),
			[
				...changes.slice(0, 5).map(({ message }) => [message, 'Race']),
				['The comparison has 3 more alarms.', undefined],
			],
		);
		assert.deepEqual(
			reasons[0]?.waysOut?.map(({ kind }) => kind),
			['show-comparison', 'mark-reviewed'],
		);
	});

	it('counts the errors and the things to review in its summary', () => {
		assert.equal(
			readinessOf(both({ unread: 1, name: 'x.csv', ...without('Race') })).summary,
			'3 things to review: 13 of 14 categories, 2,398 students.',
		);
		assert.equal(
			readinessOf(both({ findings: [finding('error'), finding('warning', { count: 2 })] })).summary,
			'3 errors to fix: 14 of 14 categories, 2,398 students.',
		);
	});

	it('is never ready where the files are there and nothing is filled, whatever the district never sends', () => {
		const notSent = [...ROSTER_COLUMNS, ...EXTENSION_COLUMNS];
		const { state } = readinessOf({ ...both(fresh(ROSTER_COLUMNS), fresh(EXTENSION_COLUMNS)), notSent });
		assert.equal(state, 'review');
	});

	it('is never ready with an extension file as it was created, although its columns are never sent', () => {
		const { state, summary, reasons } = readinessOf({
			...both({}, fresh(EXTENSION_COLUMNS)),
			notSent: EXTENSION_COLUMNS,
		});
		assert.deepEqual([state, reasons.map(({ id }) => id)], ['review', ['nothing-filled']]);
		assert.match(summary, /^1 thing to review: 7 of 14 categories, /);
	});

	it('says which file is not sent under its name, and which name two files have', () => {
		const messages = (names: readonly string[]): string[] =>
			readinessOf(folderOf([roster], { names })).reasons.map(({ message }) => message);
		for (const name of [
			'students_ext.csv.csv',
			'students-ext.csv',
			'students_ext - Copy.csv',
			'students_ext (1).csv',
		]) {
			assert.deepEqual(messages(['students.csv', name]), [
				`"${name}" is not sent: Clever expects exactly students_ext.csv.`,
			]);
			assert.deepEqual(messages(['students.csv', 'students_ext.csv', name]), []);
		}
		assert.deepEqual(messages(['Students.csv', 'students.csv', 'students (1).csv']), [
			'This folder has two files named students.csv but for upper and lower case.',
		]);
	});

	it('has the errors of a checked file that is not the one that counts', () => {
		const other = { ...roster, name: 'students (1).csv', findings: [finding('error')] };
		const { state, summary, reasons } = readinessOf({ ...both({}), others: [other] });
		assert.deepEqual(
			[state, reasons.map(({ id, message }) => [id, message])],
			['errors', [['errors', 'students (1).csv has 3 errors.']]],
		);
		assert.match(summary, /^3 errors to fix: /);
	});

	it('counts a category in whichever file holds its column', () => {
		const roomy = { ...roster, columns: [...roster.columns, column('ext.title_i')] };
		const slim = {
			...extension,
			columns: extension.columns.filter(({ column: name }) => name !== 'ext.title_i'),
		};
		assert.equal(readinessOf(folderOf([roomy, slim])).state, 'ready');
	});
});

describe('the ways out', () => {
	it('names 20 columns that look like a category, and counts the others', () => {
		const lookalikes = Array.from({ length: 2500 }, (_, index) => ({
			header: `FRL ${index}`,
			index,
			columns: ['Frl_status'],
		}));
		const reasons = readinessOf(both({ ...without('Frl_status'), lookalikes })).reasons;
		const like = reasons.filter(({ id }) => id === 'lookalike-column');
		assert.equal(like.length, 21);
		assert.equal(
			like.at(-1)?.message,
			'2,480 more columns of students.csv may be a category, but with another name.',
		);
		assert.ok(reasons.every(({ waysOut = [] }) => waysOut.length <= 21));
	});

	it('of a look-alike rename it, and so do those of the missing category; else the column is added or never sent', () => {
		const facts = both({
			...without('Frl_status', 'Race', 'Gender'),
			lookalikes: [
				{ header: 'FRL', index: 2, columns: ['Frl_status'] },
				{ header: 'Ethnicity', index: 3, columns: ['Race', 'Hispanic_Latino'] },
			],
		});
		const { reasons } = readinessOf(facts);
		const titles = reasons.map(({ id, column: name, waysOut = [] }) => [
			id,
			name,
			waysOut.map(({ kind, column: header, index, value }) =>
				[kind, header, index, value].filter((part) => part !== undefined).join(' '),
			),
		]);
		assert.deepEqual(titles, [
			['lookalike-column', 'FRL', ['rename-column FRL 2 Frl_status']],
			[
				'lookalike-column',
				'Ethnicity',
				['rename-column Ethnicity 3 Race', 'rename-column Ethnicity 3 Hispanic_Latino'],
			],
			['missing-category', 'Gender', ['add-column Gender', 'not-sent Gender']],
			['missing-category', 'Race', ['rename-column Ethnicity 3 Race', 'not-sent Race']],
			['missing-category', 'Frl_status', ['rename-column FRL 2 Frl_status', 'not-sent Frl_status']],
		]);
	});

	it('of unlisted values accept them, and the message names the most frequent', () => {
		const values = [
			{ value: 'Lao', rows: 2 },
			{ value: 'Haitian Creole', rows: 7 },
			{ value: 'Karen', rows: 1 },
			{ value: 'Twi', rows: 1 },
		];
		const findings = [finding('information', { reason: 'unlisted-values', column: 'Home_language', values })];
		const [reason] = readinessOf(both({ findings })).reasons;
		assert.equal(
			reason?.message,
			'11 values of Home_language are not in Amplify\'s list: "Haitian Creole" (7), "Lao" (2), "Karen" (1) and 1 more.',
		);
		assert.deepEqual(reason?.waysOut?.[0], {
			kind: 'accept',
			title: 'Accept 4 Values',
			fileName: 'students.csv',
			column: 'Home_language',
			values: ['Haitian Creole', 'Lao', 'Karen', 'Twi'],
		});
	});

	it('of warnings are Fix All with all that it fixes in the file, where it fixes some of them', () => {
		const findings = [
			finding('error', { rule: 'field/third', fixable: 3 }),
			finding('warning', { fixable: 2 }),
			finding('warning', { column: 'Gender', rows: 4 }),
			finding('warning', { rule: 'field/other', title: 'Another', rows: 1 }),
		];
		const { reasons } = readinessOf(both({ findings }));
		assert.deepEqual(
			reasons.map(({ message, waysOut }) => [message, waysOut?.map(({ title }) => title)]),
			[
				['students.csv has 3 errors.', ['Fix All 5', 'Show Problems']],
				['The value is odd: 7 in students.csv.', ['Fix All 5', 'Show Problems']],
				['Another: 1 in students.csv.', ['Show Problems']],
			],
		);
	});

	it('never counts a look-alike column among the warnings, and any other unknown column there', () => {
		const unknown = finding('warning', { reason: 'lookalike-column', column: 'FRL' });
		const facts = {
			...without('Frl_status'),
			findings: [unknown, { ...unknown, column: 'Shoe size', rows: 1 }],
			lookalikes: [{ header: 'FRL', index: 2, columns: ['Frl_status'] }],
		};
		const warnings = readinessOf(both(facts)).reasons.filter(({ id }) => id === 'warnings');
		assert.deepEqual(
			warnings.map(({ message }) => message),
			['The value is odd: 1 in students.csv.'],
		);
	});

	it('show text from a file on one line', () => {
		const [reason] = readinessOf(both({ name: 'a\nb.csv' })).reasons;
		assert.equal(reason?.message, 'The file is named "a b.csv". Clever expects exactly students.csv.');
	});
});
