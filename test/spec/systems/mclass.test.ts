/**
 * mCLASS's "Download Your Data", against what was collected of it in November 2026: headers and values of
 * edanalytics/earthmover_edfi_bundles at f8967a1 (assessments/Dibels_8_Benchmark and Dibels_Next_Benchmark) and the
 * signatures of vendor/amplify in PowerSchool-ETL-Assistant-Tool at f81d13a. Headers and values were read there; what the
 * words of English Proficiency and Specific Disability mean was inferred.
 */

import assert from 'node:assert/strict';
import { findElement, students } from '../../../server/src/spec';
import { headerKey } from '../../../server/src/spec/exportHeaders';
import { importCode } from '../../../server/src/spec/exportValues';
import { codeInTable, findCodeTable, findSystem } from '../../../server/src/spec/systems';

const NAME = 'mCLASS download';

/** Today's header, the older one, and the column of ours. */
const headers: readonly (readonly [string, string, string])[] = [
	['Gender', 'GENDER', 'Gender'],
	['Race', 'RACE', 'Race'],
	['Special Education', 'SPECIAL_ED', 'IEP_status'],
	['Disability', 'DISABILITY', 'ext.disability_status'],
	['Specific Disability', 'SPEC_DISAB', 'ext.primary_disability_type'],
	['Section 504', 'SEC_504', 'ext.section_504_status'],
	['Economically Disadvantaged', 'ECON_DISADV', 'ext.economic_disadvantage_status'],
	['Meal Status', 'FREE_LUNCH', 'Frl_status'],
	['Title 1', 'TITLE_1', 'ext.title_i'],
	['Migrant', 'MIGRANT', 'ext.migrant_status'],
	['English Proficiency', 'ENGPROF', 'Ell_status'],
	['ELL Status', 'ESL', 'Ell_status'],
	['Home Language', 'LANGUAGE', 'Home_language'],
];

const keys = [
	'Student Primary ID',
	'Primary ID - Student ID (State ID)',
	'Student ID (District ID)',
	'Student ID (State ID)',
];

/** The values that were seen, and their codes: '' for an empty field, null where no code is certain. */
const values: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
	Gender: { M: 'M', F: 'F', NS: '', 'N/A': '' },
	Race: { H: null, NS: '', M: 'M', W: 'W', 'N/A': '', B: 'B', AS: 'A', AM: 'I' },
	IEP_status: { Y: 'Y', N: 'N', 'N/A': '' },
	'ext.disability_status': { Y: 'Yes', N: 'No', 'N/A': '' },
	'ext.primary_disability_type': {
		Lang: 'SLI',
		Non: '',
		Spec: 'SLD',
		Aut: 'AUT',
		Oth: 'OHI',
		Dev: 'DD',
		'N/A': '',
	},
	'ext.section_504_status': { Y: 'Yes', N: 'No', 'N/A': '' },
	'ext.economic_disadvantage_status': { Y: 'Yes', N: 'No', 'N/A': '' },
	Frl_status: { Free: 'F', Red: 'R', N: 'N', 'N/A': '' },
	'ext.title_i': { Y: 'Yes', N: 'No', UN: '', 'N/A': '' },
	'ext.migrant_status': { N: 'No', 'N/A': '' },
	Ell_status: { LEP: 'Y', Native: 'N', NS: '', Fluent: 'N', Redes: 'N', 'N/A': '', Y: 'Y', N: 'N' },
	Home_language: { Span: 'Spanish', Eng: 'English', HLNE: null, Rus: 'Russian', 'N/A': '' },
};

describe("mCLASS's download", () => {
	const system = findSystem(NAME);
	const elementOf = (header: string): string | undefined =>
		system?.headers.find(({ names }) => names.some((name) => headerKey(name) === headerKey(header)))?.element;

	it('has the columns of today and the older ones', () => {
		for (const [now, old, element] of headers) {
			assert.equal(elementOf(now), element, now);
			assert.equal(elementOf(old), element, old);
		}
		for (const key of keys) assert.equal(elementOf(key), students.primaryKey, key);
	});

	it('has values with these meanings', () => {
		for (const [element, codes] of Object.entries(values)) {
			const set = findElement(students, element)?.optionSet;
			assert.ok(set, element);
			const table = findCodeTable(NAME, element);
			for (const [value, code] of Object.entries(codes)) {
				const meant = table && codeInTable(table, value);
				assert.equal(meant === undefined ? importCode(set, value) : meant, code, `${element}: ${value}`);
			}
		}
	});

	it('marks the meanings that were inferred', () => {
		const certainty = (element: string): string | undefined => findCodeTable(NAME, element)?.certainty;
		assert.deepEqual(
			['Ell_status', 'ext.primary_disability_type', 'Race', 'Frl_status', 'ext.title_i'].map(certainty),
			['likely', 'inferred', 'read', 'read', 'read'],
		);
	});

	it('shows an IEP as special education, and the status of an English learner before the level', () => {
		assert.deepEqual(
			system?.shows?.map(({ element, names }) => [element, ...names]),
			[
				['IEP_status', 'Special Education', 'SPECIAL_ED'],
				['Ell_status', 'ELL Status', 'ESL', 'English Proficiency', 'ENGPROF'],
			],
		);
	});
});
