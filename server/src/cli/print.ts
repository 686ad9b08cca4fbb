import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { reportFailure } from './failures';

/** UTF-16 units that are written at once. */
const PIECE = 64 * 1024;

/** The reasons for people, by the code of Node's error. */
const reasons: Readonly<Record<string, string>> = {
	ENOSPC: 'no space left on the device',
	EDQUOT: 'the disk quota is used up',
	EFBIG: 'the file would be too large',
};

/** Why stdout takes no more. */
let closedBy: NodeJS.ErrnoException | undefined;

// A reader that stops early (`| head`) has what it wanted: the status stays that of the check, as it does where stdout was
// closed from the start. Everything else has lost a part of the output, in the help and the version too.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (closedBy === undefined && error.code !== 'EPIPE') {
		reportFailure(`the output could not be written: ${reasons[error.code ?? ''] ?? error.message}`);
	}
	closedBy = error;
});

/** Prints on stdout, as fast as the reader takes it. Where it cannot, that is reported, and the exit status is 2. */
export async function print(chunks: Iterable<string>): Promise<void> {
	try {
		await pipeline(Readable.from(inPieces(chunks)), process.stdout, { end: false });
	} catch (error) {
		if (error !== closedBy) throw error;
	}
}

/** Joins short chunks: one write for each finding would be slow. */
export function* inPieces(chunks: Iterable<string>): Iterable<string> {
	let piece = '';
	for (const chunk of chunks) {
		piece += chunk;
		if (piece.length < PIECE) continue;
		yield piece;
		piece = '';
	}
	if (piece !== '') yield piece;
}
