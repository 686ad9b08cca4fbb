/**
 * The UTF-16 encoding of a text, from the first bytes of it; undefined for any other encoding. A byte order mark
 * decides. Without one, text is UTF-16 where at least a quarter of the bytes are NUL: in column names of ASCII letters
 * every other byte is, and UTF-8 text holds none.
 */
export function detectUtf16(firstBytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
	if (firstBytes[0] === 0xff && firstBytes[1] === 0xfe) return 'utf-16le';
	if (firstBytes[0] === 0xfe && firstBytes[1] === 0xff) return 'utf-16be';
	const nulsAtEven = firstBytes.filter((byte, index) => byte === 0 && index % 2 === 0).length;
	const nulsAtOdd = firstBytes.filter((byte, index) => byte === 0 && index % 2 === 1).length;
	const nuls = nulsAtEven + nulsAtOdd;
	if (nuls === 0 || nuls * 4 < firstBytes.length) return undefined;
	return nulsAtOdd >= nulsAtEven ? 'utf-16le' : 'utf-16be';
}
