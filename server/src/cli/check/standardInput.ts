import { fstatSync } from 'node:fs';
import { CannotCheck, withReasonAsync } from '../../disk/cannotCheck';
import { formatNumber } from '../../wording';

/** In bytes. Standard input is held in memory, and may have no end. */
const LARGEST_INPUT = 256 * 1024 * 1024;

/** What standard input is called in messages. */
const NAME = 'standard input';

/** All bytes of standard input. Throws `CannotCheck` where it cannot be read, or has more bytes than `most`. */
export async function readInput(
	input: AsyncIterable<Uint8Array> & { destroy(): unknown },
	most = LARGEST_INPUT,
): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	try {
		// Node takes a folder for an empty input.
		if (isFolder()) throw new CannotCheck(`${NAME}: this is a folder, not a file`);
		await withReasonAsync(NAME, async () => {
			for await (const chunk of input) {
				size += chunk.length;
				if (size > most) throw tooLarge(most);
				chunks.push(chunk);
			}
		});
	} finally {
		input.destroy();
	}
	return Buffer.concat(chunks);
}

function isFolder(): boolean {
	try {
		return fstatSync(0).isDirectory();
	} catch {
		return false;
	}
}

function tooLarge(most: number): CannotCheck {
	const limit = formatNumber(Math.floor(most / 1024 / 1024));
	return new CannotCheck(`${NAME} has more than ${limit} MB. Save it as a file, and check that`);
}
