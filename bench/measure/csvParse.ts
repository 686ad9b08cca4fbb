/** Reads a file with csv-parse as a stream and drops each record, as for a file that is too large for memory. */
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

let rows = 0;
createReadStream(process.argv[2] as string)
	.pipe(parse())
	.on('data', () => {
		rows++;
	})
	.on('end', () => process.stdout.write(`${rows - 1}\n`));
