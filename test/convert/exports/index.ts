import { assessmentExports } from './assessments';
import type { ExportCase } from './exportCase';
import { infiniteCampusExports } from './infiniteCampus';
import { powerSchoolExports } from './powerSchool';
import { shapedExports } from './shapes';
import { standardExports } from './standards';
import { stateSystemExports } from './stateSystems';
import { vendorSystemExports } from './vendorSystems';
import { workbookExports } from './workbooks';

/** Every export that the import is tried with. */
export const exportCases: readonly ExportCase[] = [
	...powerSchoolExports,
	...infiniteCampusExports,
	...stateSystemExports,
	...vendorSystemExports,
	...standardExports,
	...assessmentExports,
	...shapedExports,
	...workbookExports,
];
