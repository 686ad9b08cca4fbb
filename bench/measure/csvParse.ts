/** csv-parse as it reads a file that is larger than memory should be: a stream, each record looked at and dropped. */
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

let rows = 0;
createReadStream(process.argv[2] as string)
	.pipe(parse())
	.on('data', () => {
		rows++;
	})
	.on('end', () => process.stdout.write(`${rows - 1}\n`));
