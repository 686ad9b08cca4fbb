import type { CheckedFile, CheckedFinding } from '../../../server/src/protocol';

/** VS Code keeps this many problems of a file and drops the rest without a word. */
const MOST = 1000;

/** What is listed of a file's findings: errors first, and how many are not. */
export interface Listed {
	readonly findings: readonly CheckedFinding[];
	readonly hidden: number;
}

const order: readonly CheckedFinding['severity'][] = ['error', 'warning', 'information', 'hint'];

/** All findings, or as many as leave room for a last problem that counts the rest. */
export function listed({ findings, unlisted = 0 }: CheckedFile, most = MOST): Listed {
	const total = findings.length + unlisted;
	const inOrder = [...findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
	const shown = total <= most ? inOrder : inOrder.slice(0, most - 1);
	return { findings: shown, hidden: total - shown.length };
}
