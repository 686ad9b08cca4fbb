import {
	cedsWarehouse,
	edFiStandard,
	focusExports,
	infiniteCampusSql,
	mclassDownloads,
	powerSchoolCompliance,
	texasPeims,
} from '../systemSources';
import type { CodeTable } from '../types';

/** Codes of lunch status and economic disadvantage that systems and states use. */
// biome-ignore format: one table, few lines
export const lunchTables: readonly CodeTable[] = [
	{
		name: 'PowerSchool lunch status',
		elements: ['Frl_status'],
		values: { F: 'F', FDC: 'F', R: 'R', RDC: 'R', P: 'N', E: 'N', T: ['F', 'R', 'N'] },
		note: 'E is exempt: no discount in Indiana and New Mexico. T is N in Indiana, R in New Mexico and F at one district.',
		certainty: 'read',
		source: powerSchoolCompliance,
	},
	{
		name: 'Infinite Campus FRAM',
		elements: ['Frl_status'],
		values: { Free: 'F', Reduced: 'R', Paid: 'N' },
		certainty: 'read',
		source: infiniteCampusSql,
	},
	{
		name: 'Florida meal eligibility (Focus)',
		elements: ['Frl_status'],
		values: { F: 'F', D: 'F', C: 'F', 9: 'F', 3: 'R', E: 'R', R: 'R', 1: 'N', 0: 'N' },
		note: 'E is reduced here and exempt at PowerSchool. Codes of schools where all eat free tell nothing about a student.',
		certainty: 'read',
		source: focusExports,
	},
	{
		name: 'EDFacts',
		elements: ['Frl_status'],
		values: { FL: 'F', RPL: 'R' },
		certainty: 'read',
		source: cedsWarehouse,
	},
	{
		name: 'CEDS 000092',
		elements: ['Frl_status'],
		values: { Free: 'F', ReducedPrice: 'R', FullPrice: 'N', Other: null },
		note: 'Amplify has no code for Other.',
		certainty: 'read',
		source: cedsWarehouse,
	},
	{
		name: 'Ed-Fi SchoolFoodServiceProgramService',
		elements: ['Frl_status'],
		values: { 'Free Lunch': 'F', 'Reduced Price Lunch': 'R', 'Full Price Lunch': 'N' },
		certainty: 'read',
		source: edFiStandard,
	},
	{
		name: 'mCLASS download',
		elements: ['Frl_status'],
		values: { Free: 'F', Red: 'R', N: 'N', 'N/A': '' },
		certainty: 'read',
		source: mclassDownloads,
	},
	{
		name: 'Texas PEIMS economic disadvantage (E0785, C054)',
		elements: ['ext.economic_disadvantage_status'],
		values: { '00': 'No', '01': 'Yes', '02': 'Yes', 99: 'Yes' },
		note: '01 is free lunch, 02 reduced, 99 another disadvantage. That 00 is none was not read in a document.',
		certainty: 'likely',
		source: texasPeims,
	},
	{
		name: 'Texas PEIMS economic disadvantage (E0785, C054)',
		elements: ['Frl_status'],
		values: { '00': null, '01': 'F', '02': 'R', 99: null },
		note: 'The column is about economic disadvantage: only 01 and 02 are about lunch.',
		certainty: 'likely',
		source: texasPeims,
	},
	{
		name: 'EDFacts',
		elements: ['ext.economic_disadvantage_status'],
		values: { ECODIS: 'Yes' },
		certainty: 'read',
		source: cedsWarehouse,
	},
];
