/** The documents that the declarations were read in, each written once. */

import type { Source } from './types';

/** Names the fourteen columns and their codes; the beginning of everything here. */
export const amplifyArticle: Source = {
	document: 'Amplify help article "Clever Enrollment: Demographics data for Amplify Enrollment"',
	url: 'https://my.amplify.com/help/en/articles/6319783-clever-enrollment-demographics-data-for-amplify-enrollment',
	asOf: '2026-11',
};

/** The ontology's history was read back to V1, so that one table serves every version. */
export const cedsElements: Source = {
	document: 'CEDS Elements V14 (no option of the six has changed since V2)',
	url: 'https://ceds.ed.gov',
	asOf: '2026-11',
	cedsVersion: 'V14',
};

/** Yes and No were not read from a published list, but from how CEDS's own databases write them. */
export const cedsYesNo: Source = {
	document:
		'CEDS Elements V14 (no option of the six has changed since V2), with Yes and No as the CEDS data warehouse and integrated data store write them',
	url: 'https://ceds.ed.gov',
	asOf: '2026-11',
	cedsVersion: 'V14',
};

/** The columns of students.csv and the form of the file. */
export const cleverSftp: Source = { document: 'Clever SFTP documentation', asOf: '2026-11' };

/** Columns that came later and that we know from one indirect source only. */
export const cleverSftpNewer: Source = {
	document: 'Clever SFTP documentation (a newer column, known from one indirect source)',
	asOf: '2026-11',
};

/** That students_ext.csv joins on sis_id, and what an extension column must start with. */
export const cleverExtensionFields: Source = {
	document: 'Clever documentation of custom data (extension fields)',
	asOf: '2026-11',
};

/** The language names are Amplify's; the codes beside them are ISO's. */
export const amplifyAndIso639: Source = {
	document: `${amplifyArticle.document}; codes from ISO 639-1, 639-2/B and 639-3`,
	url: amplifyArticle.url,
	asOf: '2026-11',
};

/** How comma-separated values are written. */
export const rfc4180: Source = {
	document: 'RFC 4180, Common Format and MIME Type for Comma-Separated Values (CSV) Files, section 2',
	url: 'https://www.rfc-editor.org/rfc/rfc4180',
	asOf: '2026-11',
};

/** Clever's own words on what Excel does to such files. */
export const cleverOnExcel: Source = {
	document: 'Clever help article 203114867 (Excel "imposes formatting that skews data")',
	asOf: '2026-11',
};

/** How exporters in production write the columns and values. */
export const exportersInUse: Source = {
	document: "Header lines and mappings of exporters that districts use; no document of Clever's says more",
	asOf: '2026-11',
};

/** Where no document says it: a consequence that we draw. */
export const ownInference: Source = {
	document: 'Our inference from the definitions of the elements (CEDS Elements V14)',
	url: 'https://ceds.ed.gov',
	asOf: '2026-11',
	cedsVersion: 'V14',
};

/** Values that a spreadsheet runs. */
export const csvInjection: Source = {
	document: 'OWASP, "CSV Injection"',
	url: 'https://owasp.org/www-community/attacks/CSV_Injection',
	asOf: '2026-11',
};
