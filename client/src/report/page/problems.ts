import type { CoverageReport, RuleCount } from '../../../../server/src/protocol';
import { formatNumber } from '../../../../server/src/wording';
import { element, table } from './dom';

const badges: Readonly<Record<RuleCount['severity'], string>> = {
	error: 'Error',
	warning: 'Warning',
	information: 'Note',
	hint: 'Hint',
};

/** The problems by rule, with a button that names the rule and the file. A report that is handed on names the rules only. */
export function problemTable({ problems, isSuppressed }: CoverageReport): HTMLElement {
	if (problems.length === 0) {
		return element('p', { class: 'quiet' }, isSuppressed ? 'No rule has ten rows or more.' : 'None.');
	}
	const caption = isSuppressed ? 'Rules with ten rows or more' : 'Problems by rule';
	const headers = isSuppressed ? ['Problem', 'File'] : ['Problem', 'File', 'Rows', 'Go to'];
	const rows = problems.map((problem) => {
		const name = element(
			'span',
			{ class: 'problem' },
			element('span', { class: `badge ${problem.severity}` }, badges[problem.severity]),
			problem.title,
		);
		if (problem.rows === undefined) return [name, problem.fileName];
		const button = element(
			'button',
			{
				class: 'link',
				'data-rule': problem.rule,
				'data-file': problem.fileName,
				'aria-label': `Go to the first row: ${problem.title}`,
			},
			'First row',
		);
		return [name, problem.fileName, formatNumber(problem.rows), button];
	});
	const made = table(caption, headers, rows);
	made.classList.add('problems');
	return made;
}
