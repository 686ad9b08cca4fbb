import {
	assertFixAllIsDone,
	assertFixAllMovesNothing,
	assertFixesKeepPromises,
	assertPreferredAddNoError,
	type BrokenFile,
	drawBrokenFile,
} from '../../check/fixPromises';
import { corpusFiles, mutated } from '../corpus';
import type { Target } from '../target';

const tableFiles = corpusFiles.filter(({ name }) => /^students(_ext)?\.csv$/.test(name));

/** Every fix that is offered, and *Fix All*, change what they promise and nothing else, as csv-parse reads the file. */
export const fixes: Target<BrokenFile> = {
	name: 'fixes',
	draw: (random) => {
		if (random.chance(0.9)) return drawBrokenFile(random);
		const { name, text } = random.pick(tableFiles);
		return { fileName: name, text: mutated(random, text), sibling: undefined };
	},
	corpus: tableFiles.map(({ name, text }) => ({ fileName: name, text, sibling: undefined })),
	check: (file) => {
		assertFixesKeepPromises(file);
		assertPreferredAddNoError(file);
		assertFixAllIsDone(file);
		assertFixAllMovesNothing(file);
	},
};
