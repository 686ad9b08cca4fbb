import type { Readiness, Reason } from '../../../../server/src/protocol';
import { countOf } from '../../../../server/src/wording';
import { element } from '../../page/dom';

/** Reasons that are in view at once, so that the counts stay on the first screen. */
const MAX_OPEN = 6;

/** Whether the files are ready to be uploaded, and what holds them back. */
export function verdict({
	readiness,
}: {
	readonly readiness?: Readiness | undefined;
}): HTMLElement | undefined {
	if (!readiness) return undefined;
	const { state, summary, reasons } = readiness;
	return element(
		'section',
		{ class: `verdict ${state}` },
		element('p', { class: 'summary' }, summary),
		listOf(reasons.slice(0, MAX_OPEN)),
		reasons.length > MAX_OPEN
			? element(
					'details',
					{},
					element('summary', {}, countOf(reasons.length - MAX_OPEN, 'more reason')),
					listOf(reasons.slice(MAX_OPEN)),
				)
			: undefined,
	);
}

function listOf(reasons: readonly Reason[]): HTMLElement | undefined {
	if (reasons.length === 0) return undefined;
	return element('ul', {}, ...reasons.map(({ message }) => element('li', {}, message)));
}
