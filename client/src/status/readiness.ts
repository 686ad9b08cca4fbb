import type { Counts, Status } from '../../../server/src/protocol';
import { countOf, formatNumber } from '../../../server/src/wording';

/** What only the editor knows about a file. */
export interface EditorFacts {
	/** Undefined for a document that was never saved. */
	readonly name: string | undefined;
	readonly isDirty: boolean;
	/** The id that VS Code gives the encoding. */
	readonly encoding: string;
}

/** Whether a file is ready to be uploaded, for the status bar. */
export interface FileReadiness {
	readonly level: 'error' | 'warning' | 'ready' | 'none';
	readonly text: string;
	/** Sentences on why it is not ready; empty if it is. */
	readonly reasons: readonly string[];
}

/** Encodings that Clever reads: a byte order mark does not matter. */
const utf8: readonly string[] = ['utf8', 'utf8bom'];

/** Whether Clever can take the file as it is saved. Warnings are counted but do not hold it back. */
export function fileReadiness(status: Status, facts: EditorFacts): FileReadiness {
	const { error, warning } = status.counts;
	const reasons = obstacles(status, facts);
	const warnings = [
		...(warning > 0 ? [countOf(warning, 'warning')] : []),
		...(status.beside ? ['IDs not compared'] : []),
	];
	if (error > 0) {
		return { level: 'error', text: join([countOf(error, 'error'), ...warnings]), reasons };
	}
	if (reasons.length > 0) {
		const level = warning > 0 ? 'warning' : 'none';
		return { level, text: join([...warnings, warnings.length > 0 ? 'no errors' : 'No errors']), reasons };
	}
	return { level: 'ready', text: join(['Ready to upload', ...warnings]), reasons };
}

function obstacles({ counts, fileName, records }: Status, facts: EditorFacts): string[] {
	const { name, isDirty, encoding } = facts;
	return [
		counts.error > 0 && `It has ${countOf(counts.error, 'error')}.`,
		records === 0 && 'It has no rows below the header.',
		name !== fileName && `Its name must be ${fileName}${name ? `, not ${name}` : ''}.`,
		isDirty && 'It has unsaved changes.',
		!utf8.includes(encoding) && `It is saved as ${encoding}. Clever reads UTF-8.`,
	].filter((reason) => reason !== false);
}

/** Why the IDs were not compared with the sibling file; undefined if they were, or if there is no sibling. */
export function notComparedLine({ beside: sibling }: Status): string | undefined {
	if (!sibling) return undefined;
	const why = sibling.problem === 'too large' ? 'is too large' : 'cannot be read';
	return `${sibling.fileName} ${why}, so the IDs were not compared.`;
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
