import type { CoverageReport } from '../../../../server/src/protocol';
import { element } from './dom';

/** Whether the files are ready to be uploaded, and what holds them back. */
export function verdict({ readiness }: CoverageReport): HTMLElement | undefined {
	if (!readiness) return undefined;
	const { state, summary, reasons } = readiness;
	return element(
		'section',
		{ class: `verdict ${state}` },
		element('p', { class: 'summary' }, summary),
		reasons.length > 0
			? element('ul', {}, ...reasons.map(({ message }) => element('li', {}, message)))
			: undefined,
	);
}
