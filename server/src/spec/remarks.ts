/** What rows say that are no students, as reports and database programs leave them in a file. */

const LINE = /^[-=_*+|–—\s]{2,}$/;
const TOTAL = /^(?:(?:grand|sub)[ -]?)?totals?\b/i;
const REMARKS: readonly RegExp[] = [
	/^\(?\d[\d,]* (?:rows?|records?|students?)\b[^\d]*$/i,
	/^(?:rows?|records?|students?|number of \w+) ?(?:count|total|exported|listed|selected)?:? ?\d[\d,]*$/i,
	/^(?:report|export|file|list) (?:was )?(?:generated|created|printed|produced|run|date|title)\b/i,
	/^(?:generated|printed|exported|created|produced|run|as) (?:on|by|at|from|of)\b/i,
	/^\W*(?:end of (?:the )?(?:report|file|data|list|export)|eof)\W*$/i,
	/^page:? \d+(?: ?(?:of|\/) ?\d+)?$/i,
];

/** Whether a value is a part of a line that is drawn of characters. */
export function isDrawnLine(value: string): boolean {
	return LINE.test(value);
}

/** Whether a value is the word before a total. */
export function isTotal(value: string): boolean {
	return TOTAL.test(value);
}

/** Whether a value says something about the file: how many rows it has, when it was made, where it ends. */
export function saysRemark(value: string): boolean {
	return REMARKS.some((remark) => remark.test(value));
}
