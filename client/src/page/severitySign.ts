import { element } from './dom';

/** The severities of findings, as the server names them. */
type SeverityOfFinding = 'error' | 'warning' | 'information' | 'hint';

/** The name of each severity, and the sign that shows it without a color. */
const signs: Readonly<Record<SeverityOfFinding, readonly [name: string, sign: string]>> = {
	error: ['Error', '✕'],
	warning: ['Warning', '!'],
	information: ['Information', 'i'],
	hint: ['Hint', '·'],
};

/** The severities from the worst on, which are classes of the style sheets. */
export const severityClasses = Object.keys(signs) as readonly SeverityOfFinding[];

/** The sign of a severity, in its color, which is read out by its name. */
export function severitySign(severity: SeverityOfFinding): HTMLElement {
	const [name, sign] = signs[severity];
	return element('span', { class: `sign ${severity}`, role: 'img', 'aria-label': name }, sign);
}
