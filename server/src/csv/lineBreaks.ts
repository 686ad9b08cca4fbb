const LF = 10;
const CR = 13;

/** Whether a line ends with the UTF-16 unit at `at`: an LF, a CR alone, or the LF of a CRLF. */
export function endsLine(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return code === LF || (code === CR && text.charCodeAt(at + 1) !== LF);
}

/** The first line break of a text; undefined if it has none. */
export function firstLineBreak(text: string): string | undefined {
	return /\r\n|\n|\r/.exec(text)?.[0];
}

/** How many line breaks a text has. */
export function countLineBreaks(text: string): number {
	let lines = 0;
	// A search for each line break is much faster than a loop over all units.
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
	for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) if (endsLine(text, at)) lines++;
	return lines;
}

/** How many line breaks there are from offset `start` to before `end`. For short parts: it loops over all units. */
export function countLineBreaksIn(text: string, start: number, end: number): number {
	let lines = 0;
	for (let at = start; at < end; at++) if (endsLine(text, at)) lines++;
	return lines;
}
