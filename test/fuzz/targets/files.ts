import { assertPairKeepsUp, drawEditedPair, type EditedPair } from '../../check/editedPair';
import { districts } from '../../support/districts';
import type { Target } from '../target';

const texts = districts.map(({ files }) => ({
	'students.csv': files.get('students.csv') ?? '',
	'students_ext.csv': files.get('students_ext.csv') ?? '',
}));

/** Findings, counts, coverage report and readiness of two files after any edits are those of new ones. */
export const files: Target<EditedPair> = {
	name: 'files',
	draw: (random) =>
		random.chance(0.9) ? drawEditedPair(random) : drawEditedPair(random, random.pick(texts)),
	corpus: [],
	check: assertPairKeepsUp,
};
