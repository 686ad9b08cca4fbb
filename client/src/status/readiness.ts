import type { Counts, FolderReadiness, Readiness, Reason, Status } from '../../../server/src/protocol';
import { countOf, formatNumber, reviewText } from '../../../server/src/wording';

/** What the status bar shows of a file and its folder. */
export interface StatusBarText {
	readonly level: 'error' | 'warning' | 'ready' | 'none';
	readonly text: string;
}

/** Why a folder is not ready, or what a person should know of it: at most this many lines of a tooltip. */
const MAX_REASONS = 12;

/** The problems of the file, else those of the other file of its folder, else whether the folder is ready. */
export function statusBarText({ counts, fileName, readiness }: Status): StatusBarText {
	const { error, warning } = counts;
	const warnings = warning > 0 ? [countOf(warning, 'warning')] : [];
	if (error > 0) return { level: 'error', text: join([countOf(error, 'error'), ...warnings]) };
	// A file that is not about students is never said to be ready.
	if (!readiness) {
		return warning > 0
			? { level: 'warning', text: join([...warnings, 'no errors']) }
			: { level: 'none', text: 'No errors' };
	}
	if (readiness.state === 'ready') return { level: 'ready', text: 'Ready to upload' };
	if (readiness.state === 'review') return { level: 'warning', text: reviewText(readiness.reasons) };
	const elsewhere = readiness.reasons.find(
		({ id, fileName: other }) => id === 'errors' && other !== fileName,
	);
	return { level: 'error', text: `Errors in ${elsewhere?.fileName ?? 'the other file'}` };
}

/**
 * The readiness that a check on the disk gives.
 * @param unsaved the file whose editor holds changes, which such a check does not see.
 */
export function readinessOnDisk({ state, reasons }: FolderReadiness, unsaved?: string): Readiness {
	const reason: Reason = {
		id: 'unsaved',
		message: `${unsaved} has unsaved changes, which were not checked.`,
	};
	const all = unsaved === undefined ? reasons : [...reasons, reason];
	const readiness = { state: state === 'ready' && unsaved ? ('review' as const) : state, reasons: all };
	return { ...readiness, summary: headline(readiness) };
}

function headline(readiness: Pick<Readiness, 'state' | 'reasons'>): string {
	if (readiness.state === 'errors') return 'Not ready to upload.';
	return readiness.state === 'ready' ? 'Ready to upload.' : `${reviewText(readiness.reasons)}.`;
}

/** The lines of a tooltip on the state of a folder: the state in a sentence, and each reason. */
export function readinessLines({ summary, reasons }: Readiness): readonly string[] {
	const more = reasons.length - MAX_REASONS;
	return [
		summary,
		...reasons.slice(0, MAX_REASONS).map(({ message }) => `• ${message}`),
		...(more > 0 ? [`• ${countOf(more, 'more reason')}: choose Show Folder Status.`] : []),
	];
}

/** All counts of a file in a sentence. */
export function countsLine({ records, counts, fixable }: Status): string {
	const kinds: (keyof Counts)[] = ['error', 'warning', 'information', 'hint'];
	const severityCounts = kinds
		.filter((kind) => counts[kind] > 0)
		.map((kind) => countOf(counts[kind], severityNouns[kind]));
	const problems = severityCounts.length > 0 ? severityCounts.join(', ') : 'no problems';
	const fixes = fixable > 0 ? ` Fix All fixes ${formatNumber(fixable)}.` : '';
	return `${countOf(records, 'row')}, ${problems}.${fixes}`;
}

const severityNouns: Readonly<Record<keyof Counts, string>> = {
	error: 'error',
	warning: 'warning',
	information: 'note',
	hint: 'hint',
};

function join(parts: readonly string[]): string {
	return parts.join(' · ');
}
