/** The documents that the declarations come from. */

import type { Source } from './types';

/** Lists the fourteen columns and their codes: the main source of the declarations. */
export const amplifyArticle: Source = {
	document: 'Amplify help article "Clever Enrollment: Demographics data for Amplify Enrollment"',
	url: 'https://my.amplify.com/help/en/articles/6319783-clever-enrollment-demographics-data-for-amplify-enrollment',
	asOf: '2026-11',
};

/** The CEDS ontology. None of its six option sets has changed since V2, so one table is right for every later version. */
export const cedsElements: Source = {
	document: 'CEDS Elements V14',
	url: 'https://ceds.ed.gov',
	asOf: '2026-11',
	cedsVersion: 'V14',
};

/** CEDS publishes no list with Yes and No. They are what its own databases write. */
export const cedsYesNo: Source = {
	document: 'CEDS Elements V14, with Yes and No as in the CEDS Data Warehouse and the Integrated Data Store',
	url: 'https://ceds.ed.gov',
	asOf: '2026-11',
	cedsVersion: 'V14',
};

/** The columns of students.csv and the format of the file. */
export const cleverSftp: Source = { document: 'Clever SFTP documentation', asOf: '2026-11' };

/** Newer columns, known from one indirect source only. */
export const cleverSftpNewer: Source = {
	document: 'Clever SFTP documentation (a newer column, known from one indirect source)',
	asOf: '2026-11',
};

/** How students_ext.csv is joined by sis_id, and the prefix of an extension column. */
export const cleverExtensionFields: Source = {
	document: 'Clever documentation of custom data (extension fields)',
	asOf: '2026-11',
};

/** The values that Clever's API can return for a student: read in a client that is generated from Clever's description. */
export const cleverApi: Source = {
	document: 'Clever API v3.1, Student, as in konfig-sdks/clever-java-sdk',
	asOf: '2026-11',
};

/** The names of the languages are Amplify's, their codes ISO's. */
export const amplifyAndIso639: Source = {
	document: `${amplifyArticle.document}; codes from ISO 639-1, 639-2/B and 639-3`,
	url: amplifyArticle.url,
	asOf: '2026-11',
};

/** The format of CSV. */
export const rfc4180: Source = {
	document: 'RFC 4180, Common Format and MIME Type for Comma-Separated Values (CSV) Files, section 2',
	url: 'https://www.rfc-editor.org/rfc/rfc4180',
	asOf: '2026-11',
};

/** What Clever says about files saved by Excel. */
export const cleverOnExcel: Source = {
	document: 'Clever help article 203114867 (Excel "imposes formatting that skews data")',
	asOf: '2026-11',
};

/** What Clever does with a sync that changes much. */
export const cleverSyncHolds: Source = {
	document: 'Clever help article 202048663 (a sync with a significant change is put on hold for review)',
	asOf: '2026-11',
};

/** How exporters in production write columns and values. */
export const exportersInUse: Source = {
	document: 'Headers and mappings of exporters that districts use. No Clever document describes this.',
	asOf: '2026-11',
};

/** What Clever cannot read from Infinite Campus over OneRoster. */
export const cleverOneRosterSync: Source = {
	document: 'Clever help article 360020926771 (OneRoster sync of Infinite Campus)',
	asOf: '2026-11',
};

/** The columns of the export that Genesis makes for Clever. */
export const genesisExport: Source = {
	document: 'Genesis support article 151000094027 (a column that is always empty: "Not used")',
	asOf: '2026-11',
};

/** Tables of codes in the templates and exporters of districts that anyone can read. */
export const districtTemplates: Source = {
	document:
		'Public templates and exporters to Clever: Infinite Campus in North Carolina; a district in Illinois',
	asOf: '2026-11',
};

/** A conclusion of ours that no document states. */
export const ownInference: Source = {
	document: 'Our inference from the definitions of the elements (CEDS Elements V14)',
	url: 'https://ceds.ed.gov',
	asOf: '2026-11',
	cedsVersion: 'V14',
};

/** Values that a spreadsheet runs as formulas. */
export const csvInjection: Source = {
	document: 'OWASP, "CSV Injection"',
	url: 'https://owasp.org/www-community/attacks/CSV_Injection',
	asOf: '2026-11',
};
