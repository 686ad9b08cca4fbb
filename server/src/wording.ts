const LONGEST = 100;

/** A value as a message shows it: on one line, and cut where it is long. */
export function shown(value: string): string {
	const line = value.replace(/\s+/g, ' ');
	return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

/** A number as people write it. */
export function amount(number: number): string {
	return number.toLocaleString('en-US');
}

/** "1 error", "1,234 errors". */
export function amountOf(number: number, word: string): string {
	return `${amount(number)} ${word}${number === 1 ? '' : 's'}`;
}

/** What stands in place of the problems that are too many to be listed. */
export function moreProblems(hidden: number): string {
	return `${hidden.toLocaleString('en-US')} more problems are not listed here. Mend some of those listed, and the next appear.`;
}
