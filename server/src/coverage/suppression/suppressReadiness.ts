import type { Readiness, ReadinessState, ReasonId } from '../readinessTypes';

const summaries: Readonly<Record<ReadinessState, string>> = {
	errors: 'There are errors to fix.',
	review: 'There is something to review.',
	ready: 'Ready to upload.',
};

const messages: Readonly<Record<ReasonId, string>> = {
	errors: 'There are errors.',
	warnings: 'There are warnings.',
	'nothing-filled': 'A file has no values.',
	'missing-category': 'A category has no column.',
	'empty-category': 'A category has no values.',
	'lookalike-column': 'The name of a column only looks like that of a category.',
	'accepted-values': 'There are accepted values that Amplify will ignore.',
	'unlisted-values': "There are values that are not in Amplify's list.",
	'file-name': 'A file has another name than Clever expects.',
	encoding: 'A file is not UTF-8.',
	'unreadable-rows': 'There are rows that cannot be read or have no student ID.',
	'not-compared': 'The IDs of the two files were not compared.',
	unsaved: 'A file has unsaved changes.',
};

/** The state of a folder in a report for handing on: each kind of reason once, with no count and nothing from a file. */
export function withoutCounts({ state, reasons }: Readiness): Readiness {
	const ids = [...new Set(reasons.map(({ id }) => id))];
	return { state, summary: summaries[state], reasons: ids.map((id) => ({ id, message: messages[id] })) };
}
