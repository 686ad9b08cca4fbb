/** The text of a cell as its sheet shows it. */

import { format, isDateFormat } from 'numfmt';

/** Days from Excel's day 0 to that of a workbook that counts from 1904. */
const DAYS_TO_1904 = 1462;

/** The format of a number that nobody has formatted. */
export const GENERAL = 'General';

/** The formats that a workbook need not declare, by their numbers (ECMA-376-1, 18.8.30), as Excel in the US has them. */
// biome-ignore format: a table
const builtInFormats: Readonly<Record<number, string>> = {
	0: GENERAL, 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 11: '0.00E+00', 12: '# ?/?', 13: '# ??/??',
	14: 'm/d/yyyy', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM', 20: 'h:mm', 21: 'h:mm:ss',
	22: 'm/d/yyyy h:mm', 37: '#,##0;(#,##0)', 38: '#,##0;(#,##0)', 39: '#,##0.00;(#,##0.00)', 40: '#,##0.00;(#,##0.00)',
	45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mm:ss.0', 48: '##0.0E+0', 49: '@',
};

/** The format with a number, of those that the workbook declares or that every workbook has. */
export function formatWithId(id: number, declared: ReadonlyMap<number, string>): string {
	return declared.get(id) ?? builtInFormats[id] ?? GENERAL;
}

/** Whether a format fills a number up with zeros, as "00000" does for an ID. */
export function keepsZeros(code: string): boolean {
	return /^0[0-]*0$/.test(code.replace(/\\|"-"/g, ''));
}

/** A format that may show fewer digits than an ID has. */
const SCIENTIFIC = /E[+-]/i;

/**
 * The text of a number under a format. A number without a format, and a whole one in scientific notation, has all of
 * its digits: a narrow column may show an ID as 1.23E+11, and no student has that ID.
 */
export function numberText(raw: string, code: string, is1904: boolean): string {
	if (raw === '') return '';
	const value = Number(raw);
	if (Number.isNaN(value)) return raw;
	if (code === GENERAL || code === '@' || (SCIENTIFIC.test(code) && Number.isInteger(value)))
		return plainNumber(raw, value);
	try {
		const shift = is1904 && isDateFormat(code) ? DAYS_TO_1904 : 0;
		return format(code, value + shift).trim();
	} catch {
		return plainNumber(raw, value);
	}
}

/** Excel calculates with 15 digits, and stores two more. */
function plainNumber(raw: string, value: number): string {
	return /^-?\d+$/.test(raw) ? raw : String(Number(value.toPrecision(15)));
}

/** A text of a workbook with the characters that XML cannot have, which Excel writes as _x000D_ (ECMA-376-1, 22.9.2.19). */
export function unescapedText(text: string): string {
	return text.includes('_x')
		? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
		: text;
}
