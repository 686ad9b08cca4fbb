import { cedsWarehouse, edFiOneRoster, edFiStandard, mclassDownloads } from '../systemSources';
import type { CodeTable } from '../types';

/** Codes of the other categories that systems and standards use. */
// biome-ignore format: one table, few lines
export const otherTables: readonly CodeTable[] = [
	{
		name: 'mCLASS download',
		elements: ['ext.disability_status', 'ext.section_504_status', 'ext.economic_disadvantage_status', 'ext.migrant_status', 'ext.title_i'],
		values: { Y: 'Yes', N: 'No', 'N/A': '', UN: '' },
		note: 'UN and N/A are unknown.',
		certainty: 'read',
		source: mclassDownloads,
	},
	{
		name: 'EDFacts',
		elements: ['ext.section_504_status'],
		values: { SECTION504: 'Yes', NONSECTION504: 'No' },
		certainty: 'read',
		source: cedsWarehouse,
	},
	{
		name: 'Ed-Fi SexDescriptor',
		elements: ['Gender'],
		values: { Female: 'F', Male: 'M', 'Non-binary': 'X', 'Not Selected': '' },
		certainty: 'read',
		source: edFiStandard,
	},
	{
		name: 'OneRoster 1.2 sex',
		elements: ['Gender'],
		values: { female: 'F', male: 'M', other: 'X', unspecified: '' },
		certainty: 'read',
		source: edFiOneRoster,
	},
];
