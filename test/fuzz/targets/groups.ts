import { drawEditedPair, type EditedPair } from '../../check/editedPair';
import { assertGroupsAreExact } from '../../features/problemGroups';
import type { Target } from '../target';

/** The problems by value are those that the check finds, after any edits, and a fix of a group keeps its promise. */
export const groups: Target<EditedPair> = {
	name: 'groups',
	draw: drawEditedPair,
	corpus: [],
	check: (pair) => {
		assertGroupsAreExact(pair);
	},
};
