import type { Readiness, Reason, ReasonId } from '../../coverage/readinessTypes';
import { declaredColumn } from './shownFindings';

/** The sentences whose own words may quote the file, without what they quote. */
const redactedMessages: Readonly<Partial<Record<ReasonId, string>>> = {
	'lookalike-column': 'The name of a column only looks like that of a category.',
	'unlisted-values': "Values are not in Amplify's list",
	'accepted-values': 'Accepted values that Amplify will ignore',
	'file-name': 'A file has another name than Clever expects.',
	changed: 'Much changed since the last upload.',
};

/** How a folder stands, without any text of its files where that is asked for. */
export function shownReadiness(readiness: Readiness, isRedacted: boolean): Readiness {
	if (!isRedacted) return readiness;
	return { ...readiness, reasons: readiness.reasons.map(redacted) };
}

function redacted({ id, message, column }: Reason): Reason {
	const general = redactedMessages[id];
	if (general === undefined) return { id, message };
	const named = declaredColumn(column ?? null);
	return {
		id,
		message: general.endsWith('.') ? general : `${general}${named === undefined ? '.' : `: ${named}.`}`,
	};
}
