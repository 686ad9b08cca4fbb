/** UTF-16 says so by its mark, or is every other byte a NUL in the column names; UTF-8 text holds no NUL. */
export function utf16Of(start: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
	if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
	if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
	const even = start.filter((byte, index) => byte === 0 && index % 2 === 0).length;
	const odd = start.filter((byte, index) => byte === 0 && index % 2 === 1).length;
	if (even + odd === 0 || (even + odd) * 4 < start.length) return undefined;
	return odd >= even ? 'utf-16le' : 'utf-16be';
}
