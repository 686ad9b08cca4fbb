import type { CheckedFile, CheckedFinding } from '../../../server/src/protocol';

/** The problems of a file that VS Code keeps; it drops the rest silently. */
const MAX_DIAGNOSTICS = 1000;

/** The findings of a file to list, errors first, and how many are left out. */
export interface LimitedFindings {
	readonly findings: readonly CheckedFinding[];
	readonly hidden: number;
}

const severityOrder: readonly CheckedFinding['severity'][] = ['error', 'warning', 'information', 'hint'];

/** All findings of a file, or as many as leave room for one more problem that counts the rest. */
export function limitListed(
	{ findings, unlisted = 0 }: CheckedFile,
	most = MAX_DIAGNOSTICS,
): LimitedFindings {
	const total = findings.length + unlisted;
	const sorted = [...findings].sort(
		(a, b) => severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity),
	);
	const listed = total <= most ? sorted : sorted.slice(0, most - 1);
	return { findings: listed, hidden: total - listed.length };
}
