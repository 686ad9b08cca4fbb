/**
 * Every kind of line break that a text has, for csv-parse, which otherwise takes the first kind for all. Kinds that do
 * not occur are left out, since each costs csv-parse time.
 */
export function recordDelimitersIn(text: string): string[] {
	const breaks = [];
	if (text.includes('\r\n')) breaks.push('\r\n');
	if (/(?<!\r)\n/.test(text)) breaks.push('\n');
	if (/\r(?!\n)/.test(text)) breaks.push('\r');
	return breaks.length > 0 ? breaks : ['\n'];
}
