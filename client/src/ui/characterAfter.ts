/**
 * Where a cursor belongs in a line of which one part was replaced: at the same text, or at the start of the part if it
 * was inside. Characters are 0-based UTF-16 units.
 */
export function characterAfter(before: string, after: string, character: number): number {
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	while (start < shorter && before[start] === after[start]) start++;
	if (character <= start) return character;
	let end = 0;
	while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
	return character >= before.length - end ? character + after.length - before.length : start;
}
