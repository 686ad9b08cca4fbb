const LF = 10;
const CR = 13;

/** Whether a line ends behind the unit at `at`: at an LF, at a CR alone, and at the LF of a CRLF. */
export function endsLine(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return code === LF || (code === CR && text.charCodeAt(at + 1) !== LF);
}

/** The first line break of a text; undefined where it has none. */
export function firstLineBreak(text: string): string | undefined {
	return /\r\n|\n|\r/.exec(text)?.[0];
}

/** The line breaks of a text. */
export function countLineBreaks(text: string): number {
	let lines = 0;
	// A search from one to the next is much faster than a look at each unit.
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
	for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) if (endsLine(text, at)) lines++;
	return lines;
}

/** The line breaks from `start` to before `end`: a short part, beyond which nothing is searched. */
export function countLineBreaksIn(text: string, start: number, end: number): number {
	let lines = 0;
	for (let at = start; at < end; at++) if (endsLine(text, at)) lines++;
	return lines;
}
