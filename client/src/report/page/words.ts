import type { Amount } from '../../../../server/src/protocol';

/** A number as people write it. */
export function number(amount: Amount): string {
	return typeof amount === 'number' ? amount.toLocaleString('en-US') : amount;
}

/** "1 student", "1,234 students", "<10 students". */
export function count(amount: Amount, word: string): string {
	return `${number(amount)} ${word}${amount === 1 ? '' : 's'}`;
}

/** A share in percent; nothing is rounded to none or to all. */
export function percent(part: number, whole: number): string {
	if (whole === 0) return '–';
	const share = (100 * part) / whole;
	if (part > 0 && share < 1) return '<1%';
	if (part < whole && share > 99) return '>99%';
	return `${Math.round(share)}%`;
}

/** The share that an amount is, where both are shown. */
export function shareOf(part: Amount, whole: Amount): string {
	return typeof part === 'number' && typeof whole === 'number' ? percent(part, whole) : number(part);
}
