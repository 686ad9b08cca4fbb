import type { Readiness, ReadinessState, ReasonId } from '../readinessTypes';

const summaries: Readonly<Record<ReadinessState, string>> = {
	errors: 'There are errors to fix.',
	review: 'There is something to review.',
	ready: 'Ready to upload.',
};

/** The reasons that tell no count. That there are warnings, or that a category has no value, tells one or zero. */
const messages: Readonly<Partial<Record<ReasonId, string>>> = {
	'missing-category': 'A category has no column.',
	'lookalike-column': 'The name of a column only looks like that of a category.',
	'file-name': 'A file has another name than Clever expects.',
	encoding: 'A file is not UTF-8.',
	'not-compared': 'The IDs of the two files were not compared.',
	unsaved: 'A file has unsaved changes.',
};

/** How a folder stands, for a report that is handed on: no count, nothing from a file, and each kind of reason once. */
export function savedReadiness({ state, reasons }: Readiness): Readiness {
	const ids = [...new Set(reasons.map(({ id }) => id))];
	const kept = ids.flatMap((id) => {
		const message = messages[id];
		return message === undefined ? [] : [{ id, message }];
	});
	return { state, summary: summaries[state], reasons: kept };
}
