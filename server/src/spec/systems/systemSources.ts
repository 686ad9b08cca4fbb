/** The documents that the systems and their codes come from. Repositories of others: facts only, none of their code. */

import type { Source } from '../types';

const asOf = '2026-11';

/** A repository on GitHub, at the commit that was read. */
function repository(name: string, commit: string, what: string): Source {
	return { document: `${what}: ${name} at ${commit}`, url: `https://github.com/${name}`, asOf };
}

/** Headers of Infinite Campus as its templates select them. */
export const infiniteCampusExports = repository(
	'NCSIS/InfiniteCampus-Vendor-Integration',
	'2478202',
	'Templates of North Carolina for Infinite Campus',
);

/** Values of Infinite Campus. */
export const infiniteCampusSql = repository(
	'codelinde/infinite-campus-sql-suite',
	'fc9f199',
	'Queries for Infinite Campus of an Arizona district',
);

/** Headers and race codes of PowerSchool. */
export const powerSchoolExports: Source = {
	document:
		'Exporters from PowerSchool: Philip-Greyson/D118-Clever (Illinois), Washtenaw-Intermediate-School-District/Clever-Sync (Michigan), sriehl/Clever-PowerQueries (Montana)',
	asOf,
};

/** States' codes in PowerSchool. */
export const powerSchoolCompliance: Source = {
	document: 'PowerSchool documentation of state reporting (IN, NM, NJ, MD, MI, AL, PA, AK)',
	url: 'https://ps-compliance.powerschool-docs.com',
	asOf,
};

/** Headers and codes of Focus. */
export const focusExports = repository(
	'TEAMSchools/teamster',
	'0cdc7eefe',
	'Models of a Florida district with Focus',
);

/** Headers of Aeries. */
export const aeriesExports: Source = {
	document:
		'Exporters from Aeries: jgeron-suhsd/Aeries-Clever-Summer-Data-Extract, AeriesSoftware/Posh-AeriesApi, joliphant-edcoe/Aeries-Data-Validations',
	asOf,
};

/** Headers of Aspen. */
export const aspenExports: Source = {
	document: 'Export of Follett Aspen (X2) in Massachusetts: studentinsights/studentinsights',
	url: 'https://github.com/studentinsights/studentinsights',
	asOf,
};

/** Headers of eSchoolPlus. */
export const eSchoolPlusLayout: Source = {
	document: 'eSchoolPlus documentation of IEP Direct (New York)',
	url: 'https://esp.powerschool-docs.com',
	asOf,
};

/** Headers and values of mCLASS. */
export const mclassDownloads: Source = {
	document:
		'Headers and values of mCLASS downloads in edanalytics/earthmover_edfi_bundles at f8967a1 (Apache-2.0) and in PowerSchool-ETL-Assistant-Tool/ETL-Assistant-Tool at f81d13a',
	url: 'https://github.com/edanalytics/earthmover_edfi_bundles',
	asOf,
};

/** Headers of Smarter Balanced. */
export const smarterRegistration = repository(
	'SmarterApp/RDW_DataWarehouse',
	'141b811',
	'Student registration file of Smarter Balanced',
);

/** Headers and values of OneRoster. */
export const oneRosterCsv: Source = {
	document:
		'1EdTech OneRoster 1.1 and 1.2, CSV format: demographics.csv and users.csv, as vendors publish them',
	url: 'https://www.imsglobal.org/spec/oneroster/v1p2',
	asOf,
};

/** Headers of WIDA ACCESS, CMAS, EOCEP and NWEA Beacon. */
export const assessmentHeaders = repository(
	'edanalytics/earthmover_edfi_bundles',
	'f8967a1',
	'Sample headers of assessments (Apache-2.0)',
);

/** A header of Next Gen Math. */
export const nextGenMathHelp: Source = {
	document: 'Next Gen Math help article 23937918039963',
	url: 'https://support.nextgenmath.com',
	asOf,
};

/** Headers and values of Ed-Fi. */
export const edFiStandard = repository(
	'Ed-Fi-Alliance-OSS/Ed-Fi-Data-Standard',
	'e181f48',
	'Descriptors and model of the Ed-Fi Data Standard (Apache-2.0)',
);

/** Words of Ed-Fi and OneRoster that mean the same. */
export const edFiOneRoster = repository(
	'Ed-Fi-Alliance-OSS/edfi-oneroster',
	'e05ab3b',
	'Mappings from Ed-Fi to OneRoster (Apache-2.0)',
);

/** Codes of CEDS and EDFacts. */
export const cedsWarehouse = repository(
	'CEDStandards/CEDS-Data-Warehouse',
	'5341f9d',
	'CEDS Data Warehouse V14.1 (Apache-2.0)',
);

/** Codes of languages in California. */
export const calpadsLanguages: Source = {
	document:
		"California Department of Education, Child's Primary Language; queries for Aeries in joliphant-edcoe/Aeries-Data-Validations",
	url: 'https://www.cde.ca.gov/sp/cd/ci/childprimarylanguage.asp',
	asOf,
};

/** Codes of races in California. */
export const californiaRaces: Source = {
	document: 'California Postsecondary Education Commission, cross-walk of ethnicity (column CSIS)',
	asOf,
};

/** Codes of economic disadvantage in Texas. */
export const texasPeims: Source = {
	document: 'Slides of Region One ESC on PEIMS (slideplayer 4462616)',
	asOf,
};

/** Indiana's codes of disabilities. */
export const indianaDoe: Source = {
	document: 'Indiana Department of Education, special education file',
	url: 'https://idoe.atlassian.net',
	asOf,
};

/** Indiana's letters for disabilities. */
export const indianaRoster: Source = {
	document: 'Class roster of an Indiana district (studylib 6782276)',
	asOf,
};

/** Ohio's codes of disabilities. */
export const ohioEmis: Source = {
	document: 'Disability codes of Ohio EMIS (a page of the Cuyahoga Valley Career Center)',
	url: 'https://sites.google.com/site/cvccworks/disability-codes',
	asOf,
};

/** Maryland's codes of disabilities. */
export const marylandPgcps: Source = {
	document: "Prince George's County Public Schools, Partners for Success",
	asOf,
};

/** South Carolina's letters for disabilities. */
export const southCarolinaEfa: Source = {
	document: 'Codes of South Carolina (EFA) in PowerSchool, and sample headers of EOCEP',
	asOf,
};

/** Minnesota's letters for disabilities. */
export const minnesotaDistricts: Source = {
	document: 'Help article 69000798345 for Minnesota districts',
	url: 'https://tct.freshdesk.com',
	asOf,
};

/** Florida's letters for disabilities. */
export const floridaLetters: Source = {
	document: 'Exceptionality codes of Florida in a gist of lgstianwen',
	asOf,
};
