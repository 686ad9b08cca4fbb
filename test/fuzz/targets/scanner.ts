import { compareWithCsvParse, oracleText } from '../../csv/oracle';
import { corpusFiles, mutated } from '../corpus';
import type { Target } from '../target';

/** The scanner reads what csv-parse reads, wherever they must agree. */
export const scanner: Target<string> = {
	name: 'scanner',
	draw: (random) =>
		random.chance(0.9) ? oracleText(random) : mutated(random, random.pick(corpusFiles).text),
	corpus: corpusFiles.map(({ text }) => text),
	check: (text) => {
		compareWithCsvParse(text);
	},
};
