/**
 * How receivers name the columns of their error reports.
 *
 * Neither Clever nor Amplify documents the columns of its reports, so this is what other receivers document, and plain
 * English. Sources, read in 2026-11:
 * - Great Minds, "Clever Sync Reports": `Clever ID, sis_id, field, status, message`;
 * - Great Minds, sync reports of uploads: `Row Number, sourcedId, Column Name, Error`;
 * - CALPADS (California), Report 0.1 Student Submission Error: `SSID, Local Student ID, Error Code, Error Description,
 *   Field Name, Field Value, Error Severity`;
 * - Amplify, OneRoster CSV Upload Portal: `File Name, Error Type, Error Message`, without a student;
 * - Amplify, Batch Upload: "a notation of each error per row of the file", so the rows that were sent with one column more.
 */

import { headerKey } from './headerKey';

/** What a column of an error report tells. */
export type ReportRole = 'field' | 'message' | 'severity' | 'code' | 'value' | 'file';

// biome-ignore format: one role, few lines
const names: Readonly<Record<ReportRole, readonly string[]>> = {
	field: ['Field', 'Field Name', 'Column', 'Column Name', 'Attribute', 'Attribute Name', 'Property', 'Property Name', 'Data Element', 'Element', 'Element Name', 'Header', 'Header Name', 'Fields', 'Column Header', 'Column to Correct', 'Error Field', 'Error Column', 'Invalid Field', 'Field in Error'],
	message: ['Message', 'Error Message', 'Error Description', 'Description', 'Error Text', 'Error Details', 'Error Detail', 'Error', 'Errors', 'Details', 'Reason', 'Failure Reason', 'Error Reason', 'Reason for Error', 'Rejection Reason', 'Status Message', 'Status Reason', 'Warning', 'Warnings', 'Warning Message', 'Validation Message', 'Validation Error', 'Issue', 'Issue Description', 'Problem', 'Explanation', 'Notes', 'Comment', 'Comments', 'Result Message'],
	severity: ['Severity', 'Error Severity', 'Error Level', 'Level', 'Status', 'Result', 'Row Status', 'Import Status', 'Sync Status', 'Outcome'],
	code: ['Error Code', 'Code', 'Error Type', 'Issue Type', 'Rule', 'Error ID', 'Type'],
	value: ['Field Value', 'Value', 'Invalid Value', 'Current Value', 'Submitted Value', 'Received Value', 'Original Value', 'Provided Value'],
	file: ['File Name', 'File', 'Source File', 'Table', 'Table Name'],
};

/** IDs of students that only reports write; the others are those of exports. */
const idNames = [
	'sourcedId',
	'Student sourcedId',
	'User sourcedId',
	'Sourced ID',
	'User ID',
	'External ID',
	'Record ID',
	'Student Identifier',
	'Identifier',
];

const idKeys: ReadonlySet<string> = new Set(idNames.map(headerKey));

/** How likely a header has a role: 0 is the surest; undefined if it is not known to. */
export function reportRank(role: ReportRole, header: string): number | undefined {
	const rank = names[role].findIndex((name) => headerKey(name) === headerKey(header));
	return rank < 0 ? undefined : rank;
}

/** Whether a header is one that only reports write for the ID of a student. */
export function isReportId(header: string): boolean {
	return idKeys.has(headerKey(header));
}

/** What a report writes in its column of statuses where nothing is wrong; compared by `headerKey`. */
const good: ReadonlySet<string> = new Set(
	[
		'Success',
		'Successful',
		'Succeeded',
		'OK',
		'Okay',
		'Pass',
		'Passed',
		'Valid',
		'Created',
		'Updated',
		'Unchanged',
		'No Change',
		'No Changes',
		'Processed',
		'Completed',
		'Imported',
		'Accepted',
		'Added',
	].map(headerKey),
);

/** Whether a status says that nothing is wrong. */
export function isGoodStatus(status: string): boolean {
	return good.has(headerKey(status));
}

/** Whether a status says that there is only something to know. */
export function isNoteStatus(status: string): boolean {
	return (
		isGoodStatus(status) || /^(?:info|information|informational|notice|note|hint)$/.test(headerKey(status))
	);
}
