import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** UTF-16 units that are written at once. */
const PIECE = 64 * 1024;

/** Prints on stdout, as fast as the reader takes it. A reader that stops early (`| head`) is no error. */
export async function print(chunks: Iterable<string>): Promise<void> {
	process.stdout.on('error', () => {});
	try {
		await pipeline(Readable.from(inPieces(chunks)), process.stdout, { end: false });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
	}
}

/** Joins short chunks: one write for each finding would be slow. */
function* inPieces(chunks: Iterable<string>): Iterable<string> {
	let piece = '';
	for (const chunk of chunks) {
		piece += chunk;
		if (piece.length < PIECE) continue;
		yield piece;
		piece = '';
	}
	if (piece !== '') yield piece;
}
