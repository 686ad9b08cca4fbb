const LONGEST = 1000;

/** A text of its own: one that is cut out of another keeps all of the other in memory. */
export function detached(text: string, start = 0, end = text.length): string {
	if (end - start > LONGEST) return text.slice(start, end);
	const units: number[] = [];
	for (let at = start; at < end; at++) units.push(text.charCodeAt(at));
	return String.fromCharCode(...units);
}
