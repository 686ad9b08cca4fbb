import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const PIECE = 64 * 1024;

/** Prints on stdout at the reader's pace; one that stops reading (`| head`) is no error. */
export async function print(chunks: Iterable<string>): Promise<void> {
	process.stdout.on('error', () => {});
	try {
		await pipeline(Readable.from(pieces(chunks)), process.stdout, { end: false });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
	}
}

function* pieces(chunks: Iterable<string>): Iterable<string> {
	let piece = '';
	for (const chunk of chunks) {
		piece += chunk;
		if (piece.length < PIECE) continue;
		yield piece;
		piece = '';
	}
	if (piece !== '') yield piece;
}
