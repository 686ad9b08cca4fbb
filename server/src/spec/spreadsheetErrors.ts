/** The errors of Excel's functions; TYPE and ERROR.TYPE in its documentation list them. */
export const SPREADSHEET_ERROR =
	/^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|FIELD!|GETTING_DATA)$/i;

/** Whether a value is what a spreadsheet shows where a formula has no result. */
export function isSpreadsheetError(value: string): boolean {
	return SPREADSHEET_ERROR.test(value);
}
