import type { CoverageReport, RuleCount } from '../../../../server/src/protocol';
import { formatNumber } from '../../../../server/src/wording';
import { element, table } from '../../page/dom';

const badges: Readonly<Record<RuleCount['severity'], string>> = {
	error: 'Error',
	warning: 'Warning',
	information: 'Note',
	hint: 'Hint',
};

/** The problems by rule, each with a button to its first row. */
export function problemTable({ problems }: CoverageReport): HTMLElement {
	if (problems.length === 0) return element('p', { class: 'quiet' }, 'No problems.');
	const rows = problems.map((problem) => {
		const name = element(
			'span',
			{ class: 'problem' },
			element('span', { class: `badge ${problem.severity}` }, badges[problem.severity]),
			problem.title,
		);
		const button = element(
			'button',
			{
				class: 'link',
				'data-rule': problem.rule,
				'data-file': problem.fileName,
				'aria-label': `Go to the first row: ${problem.title}`,
			},
			'First Row',
		);
		return [name, problem.fileName, formatNumber(problem.found), button];
	});
	const created = table('Problems by rule', ['Problem', 'File', 'Found', 'Go to'], rows);
	created.classList.add('problems');
	return created;
}
