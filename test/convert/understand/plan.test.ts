/** The student ID, values, blanks and the mapping of a plan. */
import assert from 'node:assert/strict';
import { parseMapping } from '../../../server/src/convert/mapping/parseMapping';
import { planImport } from '../../../server/src/convert/understand/planImport';
import { rosterIdSets } from '../../../server/src/convert/understand/rosterIdSets';
import { summarize } from '../../../server/src/convert/understand/summary';
import { students } from '../../../server/src/spec';
import { codes, columnsCsv, csv, open, planned, settled, summarized, target, waiting } from './support';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the student ID', () => {
	for (const name of ['Student_id', 'Student ID', 'STUDENTID', 'sis_id', 'SIS ID', 'student-id']) {
		it(`is sure in ${name}`, async () => {
			const plan = await planned(csv([name, 'Gender'], ['1', 'M']));
			assert.equal(settled(plan)[0], `Student_id <- ${name} (name)`);
			assert.deepEqual(open(plan), []);
		});
	}

	// biome-ignore format: one header, one line
	const unsure = ['personID', 'DCID', 'ID', 'SIS Number', 'Perm ID', 'Student Number', 'State ID', 'SSID', 'Local ID', 'Students.Student_Number', 'sourcedId', 'Pupil ID', 'Student GU'];
	for (const name of unsure) {
		it(`is asked, with ${name} as a candidate`, async () => {
			const plan = await planned(csv([name, 'Gender'], ['A17', 'M'], ['A18', 'F']));
			assert.deepEqual(target(plan, 'Student_id').from, []);
			assert.deepEqual(plan.open[0], { element: 'Student_id', value: null, rows: 2 });
			assert.deepEqual(target(plan, 'Student_id').candidates, [{ name, samples: ['A17', 'A18'] }]);
		});
	}

	it('is asked whatever system is picked', async () => {
		for (const system of ['Infinite Campus', 'PowerSchool', 'Aeries']) {
			const plan = await planned(
				csv(['personID', 'dcid', 'PermanentID', 'raceEthnicityFed'], ['1', '2', '3', 'W']),
				{ system },
			);
			assert.ok(open(plan).includes('Student_id'), system);
		}
	});

	it('is asked where two columns have its name, or one name is repeated', async () => {
		for (const header of [
			['Student_id', 'sis_id'],
			['Student ID', 'STUDENTID'],
			['Student_id', 'Student_id'],
		]) {
			const plan = await planned(csv([...header, 'Gender'], ['1', '2', 'M']));
			assert.deepEqual(open(plan), ['Student_id']);
			assert.equal(target(plan, 'Student_id').candidates.length, 2);
		}
	});

	it('is asked, with no candidate, where nothing looks like one', async () => {
		const plan = await planned(csv(['Gender', 'Grade'], ['M', '3'], ['F', '3'], ['F', '3']));
		assert.deepEqual(open(plan), ['Student_id']);
		assert.deepEqual(target(plan, 'Student_id').candidates, []);
		assert.equal(plan.mapping.columns?.Student_id, undefined);
	});

	it('is sourcedId in OneRoster', async () => {
		const plan = await planned(
			csv(
				['sourcedId', 'sex', 'blackOrAfricanAmerican', 'hispanicOrLatinoEthnicity'],
				['1', 'male', 'true', 'false'],
			),
		);
		assert.equal(plan.system, 'OneRoster');
		assert.equal(settled(plan)[0], 'Student_id <- sourcedId (name)');
	});

	it('is what the mapping says', async () => {
		const text = csv(['Student_id', 'personID', 'Gender'], ['1', '7', 'M']);
		const plan = await planned(text, { columns: { Student_id: 'personID' } });
		assert.equal(settled(plan)[0], 'Student_id <- personID (mapping)');
		assert.deepEqual(open(await planned(text, { columns: { Student_id: null } })), []);
	});

	describe('with a roster beside', () => {
		const roster =
			'Student_id,Student_number,State_id,School_id\n501,11,9001,1\n502,12,9002,1\n503,13,9003,1\n';

		it('has the candidates first whose IDs match, and says which ones do', async () => {
			const beside = await rosterIdSets({ name: 'students.csv', bytes: utf8(roster) }, waiting);
			assert.deepEqual(
				Object.entries(beside).map(([column, ids]) => [column, ids.size]),
				[
					['Student_id', 3],
					['Student_number', 3],
					['State_id', 3],
				],
			);
			const text = csv(
				['State ID', 'Student Number', 'Key', 'DCID'],
				['9001', '11', '501', '1'],
				['9002', '12', '502', '2'],
				['9009', '13', '599', '3'],
			);
			const { candidates } = target(await planned(text, {}, beside), 'Student_id');
			const [first, ...others] = candidates;
			assert.deepEqual(first, {
				name: 'Key',
				samples: ['501', '502', '599'],
				matches: 2,
				of: 3,
				matchedBy: 'Student_id',
				reason: '2 of 3 values are a Student_id in students.csv.',
			});
			const others_ = Object.fromEntries(
				others.map(({ name, matches, matchedBy }) => [name, [matches, matchedBy]]),
			);
			assert.deepEqual(others_, {
				DCID: [0, undefined],
				'State ID': [2, 'State_id'],
				'Student Number': [3, 'Student_number'],
			});
			assert.match(
				others.find(({ name }) => name === 'State ID')?.reason ?? '',
				/so it is not the Student_id\.$/,
			);
			assert.ok(open(await planned(text, {}, beside)).includes('Student_id'), 'still asked');
		});

		it('reads none of a file that is no roster', async () => {
			assert.deepEqual(await rosterIdSets({ name: 'students.csv', bytes: utf8('') }, waiting), {});
			assert.deepEqual(await rosterIdSets({ name: 'students.csv', bytes: utf8('a,b\n1,2\n') }, waiting), {});
		});
	});
});

describe('the values of a plan', () => {
	const plan = (values: Readonly<Record<string, readonly string[]>>, decisions = {}) =>
		planned(columnsCsv({ Student_id: ['1', '2', '3', '4', '5', '6', '7', '8'], ...values }), decisions);

	it('have the code that they certainly mean', async () => {
		const made = await plan({
			Gender: ['Female', 'm', 'X'],
			Frl_status: ['R: Reduced', 'Free', 'P'],
			Race: ['6: White', 'W - White', 'Asian'],
		});
		assert.deepEqual(codes(made, 'Gender'), { Female: 'F', m: 'M', X: 'X' });
		assert.deepEqual(codes(made, 'Frl_status'), { 'R: Reduced': 'R', Free: 'F', P: 'N' });
		assert.deepEqual(codes(made, 'Race'), { '6: White': 'W', 'W - White': 'W', Asian: 'A' });
		assert.deepEqual(open(made), []);
	});

	it('are asked where they have several meanings or none, with what they may mean', async () => {
		const made = await plan({
			Frl_status: ['E', 'T', 'F'],
			Race: ['H', 'NA', 'WH', '7', 'W', 'W'],
			Gender: ['U?', 'M'],
		});
		assert.deepEqual(open(made), [
			'Gender: U? x 1',
			'Race: H x 1',
			'Race: NA x 1',
			'Race: WH x 1',
			'Race: 7 x 1',
			'Frl_status: E x 1',
			'Frl_status: T x 1',
		]);
		const race = Object.fromEntries(
			target(made, 'Race').values.map(({ value, candidates, meaning }) => [value, { candidates, meaning }]),
		);
		assert.deepEqual(race.H, {
			candidates: [],
			meaning: 'Hispanic is not a race here. Set Hispanic_Latino to Y.',
		});
		assert.deepEqual(race.NA?.candidates, ['I', '']);
		assert.deepEqual(race.WH?.candidates, ['M', 'W']);
		const lunch = target(made, 'Frl_status').values;
		assert.deepEqual(
			lunch.map(({ value, candidates }) => [value, ...candidates]),
			[['E', 'N', 'R'], ['T', 'F', 'R', 'N'], ['F']],
		);
	});

	it('come open ones first, and then by their rows', async () => {
		const made = await plan({ Gender: ['F', 'F', 'M', 'M', 'M', 'Q', 'Z', 'Z'] });
		assert.deepEqual(
			target(made, 'Gender').values.map(({ value, rows }) => `${value} ${rows}`),
			['Z 2', 'Q 1', 'M 3', 'F 2'],
		);
	});

	it('are settled by a decision, also to leave them unchanged', async () => {
		const made = await plan({ Gender: ['Q', 'z', 'M'] }, { codes: { Gender: { Q: 'X', Z: null } } });
		assert.deepEqual(codes(made, 'Gender'), { Q: 'X', z: null, M: 'M' });
		assert.deepEqual(open(made), []);
		assert.deepEqual(
			target(made, 'Gender').values.map(({ how }) => how),
			['mapping', 'mapping', 'code'],
		);
	});

	it('are read by a table that was chosen, and numbers only by one', async () => {
		const race = { Race: ['1', '2', '4', '5'] };
		assert.deepEqual(open(await plan(race)), ['Race: 1 x 1', 'Race: 2 x 1', 'Race: 4 x 1', 'Race: 5 x 1']);
		// systems.json: Pennsylvania has 1 for I, 2 for A and 5 for W; its 4 is Hispanic.
		const made = await plan(race, { codeTables: { Race: 'Pennsylvania (PowerSchool)' } });
		assert.deepEqual(codes(made, 'Race'), { 1: 'I', 2: 'A', 4: '?', 5: 'W' });
		assert.deepEqual(open(made), ['Race: 4 x 1']);
		const { how, codeTable, codeTables } = target(made, 'Race');
		assert.deepEqual([how, codeTable], ['codes', 'Pennsylvania (PowerSchool)']);
		assert.equal(made.mapping.codeTables?.Race, 'Pennsylvania (PowerSchool)');
		const tables = new Map(codeTables.map(({ name, covers }) => [name, covers]));
		assert.equal(tables.get('Pennsylvania (PowerSchool)'), 3);
		assert.ok(codeTables.every(({ covers }, index) => covers <= (codeTables[index - 1]?.covers ?? covers)));
		const picked = await plan(race, { system: 'Pennsylvania (PowerSchool)' });
		assert.deepEqual(codes(picked, 'Race'), codes(made, 'Race'));
		assert.equal(picked.isSystemPicked, true);
	});
});

describe('blanks', () => {
	const blank = async (values: readonly string[], decisions = {}) =>
		target(
			await planned(columnsCsv({ Student_id: ['1', '2', '3', '4'], Migrant: values }), decisions),
			'ext.migrant_status',
		).blank;

	it('are worth asking where a column has one other value', async () => {
		assert.deepEqual(await blank(['Y', 'Y']), { rows: 2, code: undefined, asks: true });
		assert.deepEqual(await blank(['Y', 'N']), { rows: 2, code: undefined, asks: false });
		assert.equal(await blank(['Y', 'Y', 'Y', 'Y']), undefined);
	});

	it('are never open, and no longer asked once they are decided', async () => {
		const text = columnsCsv({ Student_id: ['1', '2'], Migrant: ['Y'] });
		assert.deepEqual(open(await planned(text)), []);
		for (const code of ['No', '']) {
			const decided = await blank(['Y'], { codes: { 'ext.migrant_status': { '': code } } });
			assert.deepEqual(decided, { rows: 3, code, asks: false });
		}
	});

	it('are not worth asking where no code says no', async () => {
		const plan = await planned(columnsCsv({ Student_id: ['1', '2'], Gender: ['F'], Race: ['W'] }));
		assert.deepEqual([target(plan, 'Gender').blank?.asks, target(plan, 'Race').blank?.asks], [false, false]);
	});
});

describe('the mapping of a plan', () => {
	const text = csv(
		['Student_id', 'Sex', 'Lunch Status', 'Junk'],
		['1', 'Girl', 'F', 'x'],
		['2', '?', 'Q', 'y'],
	);

	it('has all columns that are settled, the codes that were decided, and the header', async () => {
		const plan = await planned(text, { codes: { Gender: { '?': 'X' } }, columns: { Home_language: null } });
		assert.deepEqual(plan.mapping, {
			columns: { Student_id: 'Student_id', Gender: 'Sex', Frl_status: 'Lunch Status', Home_language: null },
			codes: { Gender: { '?': 'X' } },
			exportColumns: ['Student_id', 'Sex', 'Lunch Status', 'Junk'],
		});
		assert.deepEqual(parseMapping(JSON.stringify(plan.mapping), students), { mapping: plan.mapping });
	});

	it('asks next month only for what is new', async () => {
		const { mapping } = await planned(text, { codes: { Gender: { '?': 'X' }, Frl_status: { Q: 'N' } } });
		assert.deepEqual(open(await planned(text, mapping)), []);
		const next = csv(
			['Student_id', 'Lunch Status', 'Race', 'Sex'],
			['1', 'F', 'W', '?'],
			['3', 'ZZ', 'B', 'Boy'],
		);
		const plan = await planned(next, mapping);
		assert.deepEqual(open(plan), ['Frl_status: ZZ x 1']);
		assert.ok(settled(plan).includes('Race <- Race (name)'));
		assert.deepEqual(
			open(await planned(csv(['Student_id', 'Gender', 'Lunch Status'], ['1', 'F', 'F']), mapping)),
			['Gender'],
		);
	});

	it('settles to no column, and leaves a column alone that was chosen for something else', async () => {
		assert.deepEqual(settled(await planned(text, { columns: { Gender: null } })), [
			'Student_id <- Student_id (name)',
			'Frl_status <- Lunch Status (name)',
		]);
		const other = await planned(csv(['Student_id', 'Category'], ['1', 'M'], ['2', 'F']), {
			columns: { Grade: 'Category' },
		});
		assert.deepEqual(settled(other), ['Student_id <- Student_id (name)', 'Grade <- Category (mapping)']);
	});

	it('keeps names and values like __proto__ as they are', async () => {
		const hostile = csv(['Student_id', '__proto__', 'constructor'], ['1', '__proto__', 'x'], ['2', 'F', 'y']);
		const decisions = JSON.parse(
			'{ "columns": { "Gender": "__proto__" }, "codes": { "Gender": { "__proto__": "M" } } }',
		);
		const plan = await planned(hostile, decisions);
		assert.deepEqual(open(plan), []);
		assert.equal(plan.mapping.columns?.Gender, '__proto__');
		assert.deepEqual(parseMapping(JSON.stringify(plan.mapping), students), { mapping: plan.mapping });
	});
});

describe('a summary', () => {
	it('counts values and blanks, and lists at most 1,000 distinct values', async () => {
		const rows = Array.from({ length: 3000 }, (_, index) => `${index},${index % 2 ? ' M ' : ' '}`);
		const {
			columns,
			rows: count,
			firstRows,
			sampleRecords,
		} = await summarized(`Student_id,Gender\n${rows.join('\n')}\n`);
		assert.equal(count, 3000);
		assert.deepEqual(
			[columns[0]?.values.length, columns[0]?.unlisted, columns[0]?.filled],
			[1000, 2000, 3000],
		);
		assert.deepEqual(columns[1]?.values, [{ value: 'M', count: 1500 }]);
		assert.deepEqual([columns[1]?.unlisted, columns[1]?.filled], [0, 1500]);
		assert.deepEqual([firstRows.length, sampleRecords.length, sampleRecords[0]?.row], [20, 100, 2]);
	});

	it('shows no password, in no place but the records for a preview', async () => {
		const summary = await summarized('Student_id,Password,LMS_pwd\n1,hunter2,hunter3\n');
		assert.doesNotMatch(JSON.stringify({ ...summary, sampleRecords: [] }), /hunter/);
		assert.doesNotMatch(JSON.stringify(planImport(summary, {}, students)), /hunter/);
		assert.equal(summary.sampleRecords[0]?.record[1], 'hunter2');
	});

	it('says what is wrong with a file that cannot be read', async () => {
		const answer = await summarize({ name: 'x.csv', bytes: utf8('') }, {}, waiting);
		assert.ok('problem' in answer);
	});
});
