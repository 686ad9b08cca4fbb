/** Longer texts are not copied: they are rare, and so many arguments could overflow the stack. */
const MAX_COPIED = 1000;

/** A copy of a part of a text. A plain `slice` would keep the whole text in memory for as long as the part lives. */
export function detached(text: string, start = 0, end = text.length): string {
	if (end - start > MAX_COPIED) return text.slice(start, end);
	const units: number[] = [];
	for (let at = start; at < end; at++) units.push(text.charCodeAt(at));
	return String.fromCharCode(...units);
}
