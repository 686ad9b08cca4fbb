/** Values that a district accepts besides the documented codes, in an import. */
import assert from 'node:assert/strict';
import { districtTables } from '../../../server/src/check/districtTables';
import { parseMapping } from '../../../server/src/convert/mapping/parseMapping';
import { readSettings } from '../../../server/src/settings';
import { students, type Table } from '../../../server/src/spec';
import { genderCodes } from '../../../server/src/spec/optionSets/gender';
import { entered, importedFiles, inspected } from './support';

function accepting(acceptedValues: Readonly<Record<string, readonly string[]>>): Table {
	const tables = districtTables(readSettings({ acceptedValues }));
	return tables.find(({ fileName }) => fileName === students.fileName) ?? students;
}

const documented = genderCodes.options.map(({ code }) => code);

describe('a value that the district accepts', () => {
	// Without the setting these have no meaning, mean an empty field, another code (in two spellings), or have two meanings.
	const district = accepting({
		gender: ['Other', 'Unknown', 'Female', 'f', 'm '],
		Frl_status: ['Y'],
		'ext.section_504_status': ['Y'],
	});

	it('must be quoted in a mapping, since a number would be written in another form', () => {
		const roster = accepting({ Gender: ['1', 'true'] });
		const parsed = (code: string) =>
			parseMapping(`{"columns":{"Student_id":"ID"},"codes":{"Gender":{"?":${code}}}}`, roster);
		for (const code of ['1', 'true']) {
			assert.ok('mapping' in parsed(`"${code}"`));
			assert.match(
				JSON.stringify(parsed(code)),
				new RegExp(`: ${code} without quotes is not a code of Gender`),
			);
		}
	});

	it('stays unchanged, and is not reported', async () => {
		const text =
			'Student_id,Gender,Frl_status,504\n1,Other,Y,Y\n2,Unknown,F,No\n3,Female,,\n4,f,,\n5,m ,,\n6,F,,\n';
		const { records, report } = await entered(text, district);
		assert.deepEqual(
			records('students.csv').map(({ Gender, Frl_status }) => [Gender, Frl_status]),
			[
				['Other', 'Y'],
				['Unknown', 'F'],
				['Female', ''],
				['f', ''],
				['m ', ''],
				['F', ''],
			],
		);
		assert.equal(records('students_ext.csv')[0]?.['ext.section_504_status'], 'Y');
		assert.deepEqual(report.translated, []);
	});

	it('is what another spelling of it means, and changes nothing else', async () => {
		const { records } = await entered('Student_id,Gender\n1,OTHER\n2,Male\n3,N/A\n', district);
		assert.deepEqual(
			records('students.csv').map(({ Gender }) => Gender),
			['Other', 'M', ''],
		);
	});

	it('is planned as itself, and offered among the codes', async () => {
		const text = 'Student_id,Gender,Frl_status\n1,Other,Y\n2,Unknown,\n3,Female,\n4,f,\n';
		const { targets } = (await inspected(text, {}, district)).plan;
		const target = (column: string) => targets.find(({ element }) => element === column);
		assert.deepEqual(
			target('Gender')?.values.map(({ code }) => code),
			['Other', 'Unknown', 'Female', 'f'],
		);
		assert.deepEqual(
			target('Gender')?.options.map(({ code }) => code),
			[...documented, 'Other', 'Unknown', 'Female', 'f', 'm '],
		);
		assert.deepEqual(
			target('Frl_status')?.values.map(({ code, candidates }) => ({ code, candidates })),
			[{ code: 'Y', candidates: [] }],
		);
	});

	it('shows that a column fits', async () => {
		const text = 'Student_id,Fed Ethnicity,Hispanic\n1,Mixed,Ja\n';
		const sources = async (roster: Table) =>
			(await inspected(text, {}, roster)).plan.targets.find(({ element }) => element === 'Hispanic_Latino')
				?.from;
		assert.deepEqual(await sources(accepting({ Hispanic_Latino: ['Mixed'] })), ['Fed Ethnicity']);
		assert.deepEqual(await sources(accepting({ Hispanic_Latino: ['Ja'] })), ['Hispanic']);
	});

	it('is a code in a mapping, but only for its own column', () => {
		const text = (column: string) =>
			JSON.stringify({ columns: { Student_id: 'ID' }, codes: { [column]: { O: 'Other' } } });
		assert.ok('mapping' in parseMapping(text('Gender'), district));
		assert.match(JSON.stringify(parseMapping(text('Race'), district)), /is not a code of Race/);
		assert.match(
			JSON.stringify(parseMapping(text('Gender').replace('Other', 'Zzz'), district)),
			new RegExp(`Use ${[...documented, 'Other', 'Unknown'].join(', ')}`),
		);
	});

	it('is not treated as another spelling of a value that the mapping translates', async () => {
		const columns = { Student_id: 'id', Gender: 'g' };
		const text = 'id,g\n1,f\n2,F\n3,unknown\n4,Unknown\n';
		const codes = { Gender: { F: 'X', unknown: '' } };
		const { records } = await importedFiles(text, { columns, codes }, district);
		assert.deepEqual(
			records('students.csv').map(({ Gender }) => Gender),
			['f', 'X', '', 'Unknown'],
		);
	});

	it('has a meaning even if an older mapping says to leave it unchanged', async () => {
		const mapping = { columns: { Student_id: 'id', Gender: 'g' }, codes: { Gender: { Unknown: null } } };
		const { text, report } = await importedFiles('id,g\n1,Unknown\n', mapping, district);
		assert.match(text('students.csv'), /^1,Unknown$/m);
		assert.deepEqual(report.translated, []);
	});
});
