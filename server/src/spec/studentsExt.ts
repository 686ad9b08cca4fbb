/** students_ext.csv: the seven demographic columns that Clever has as extension fields. */

import * as ceds from './ceds';
import { primaryDisabilityTypeCodes } from './optionSets/primaryDisabilityType';
import { titleICodes } from './optionSets/titleI';
import { yesNoCodes } from './optionSets/yesNo';
import { amplifyArticle, cleverExtensionFields } from './sources';
import type { Element, Table } from './types';

/** The seven columns in the order of Amplify's article. A district may have them in students.csv instead. */
export const extensionElements: readonly Element[] = [
	{
		column: 'ext.idea_indicator',
		title: 'Whether the student receives special education under IDEA',
		heading: 'Special education (IDEA)',
		kind: 'demographic',
		topic: 'special education',
		optionSet: yesNoCodes,
		ceds: ceds.ideaIndicator,
		source: amplifyArticle,
	},
	{
		column: 'ext.disability_status',
		title: 'Whether the student has a disability under the ADA',
		heading: 'Disability (ADA)',
		kind: 'demographic',
		optionSet: yesNoCodes,
		ceds: ceds.disabilityStatus,
		source: amplifyArticle,
	},
	{
		column: 'ext.primary_disability_type',
		title: "The student's primary disability",
		heading: 'Primary disability',
		kind: 'demographic',
		topic: 'special education',
		optionSet: primaryDisabilityTypeCodes,
		ceds: ceds.primaryDisabilityTypeCeds,
		neededWhere: { column: 'ext.idea_indicator', code: 'Yes', who: 'students with IDEA' },
		source: amplifyArticle,
	},
	{
		column: 'ext.section_504_status',
		title: 'Whether the student is served under Section 504',
		heading: 'Section 504',
		kind: 'demographic',
		optionSet: yesNoCodes,
		ceds: ceds.section504Status,
		source: amplifyArticle,
	},
	{
		column: 'ext.economic_disadvantage_status',
		title: "Whether the student meets the state's criteria for economic disadvantage",
		heading: 'Economic disadvantage',
		kind: 'demographic',
		optionSet: yesNoCodes,
		ceds: ceds.economicDisadvantageStatus,
		source: amplifyArticle,
	},
	{
		column: 'ext.migrant_status',
		title: 'Whether the student is a migratory worker or in the family of one',
		heading: 'Migrant',
		kind: 'demographic',
		optionSet: yesNoCodes,
		ceds: ceds.migrantStatus,
		source: amplifyArticle,
	},
	{
		column: 'ext.title_i',
		title: 'Whether the student receives services from a Title I program',
		heading: 'Title I',
		kind: 'demographic',
		optionSet: titleICodes,
		ceds: ceds.titleIIndicator,
		source: amplifyArticle,
	},
];

/** The extension file, students_ext.csv: one row for each student of the roster. */
export const studentsExt: Table = {
	fileName: 'students_ext.csv',
	languageId: 'clever-students-ext',
	subject: 'student',
	role: 'extension',
	sibling: 'students.csv',
	foreignKey: { fileName: 'students.csv' },
	primaryKey: 'sis_id',
	required: [],
	expected: extensionElements.map(({ column }) => column),
	otherIds: [],
	repeatsKey: false,
	elements: [
		{
			column: 'sis_id',
			title: "The student's Student_id in students.csv",
			definition:
				'Not the student number and not the state ID, although both are often written here by mistake.',
			kind: 'key',
			source: cleverExtensionFields,
		},
		...extensionElements,
	],
	prefix: 'ext.',
	source: cleverExtensionFields,
};
