/** The first break of a text: the one of a new file that is made from it. */
export function lineBreakOf(text: string): string {
	return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** All kinds of break that occur: left to itself csv-parse takes the first for all, and each kind costs it time. */
export function lineBreaksOf(text: string): string[] {
	const breaks = [];
	if (text.includes('\r\n')) breaks.push('\r\n');
	if (/(?<!\r)\n/.test(text)) breaks.push('\n');
	if (/\r(?!\n)/.test(text)) breaks.push('\r');
	return breaks.length > 0 ? breaks : ['\n'];
}
