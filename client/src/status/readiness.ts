import type { Counts, Status } from '../../../server/src/protocol';
import { countOf, formatNumber } from '../../../server/src/wording';

/** What the editor knows of a file and the server does not. */
export interface FileFacts {
	/** Undefined for a text that was never saved. */
	readonly name: string | undefined;
	readonly isDirty: boolean;
	/** As VS Code names it. */
	readonly encoding: string;
}

/** How a file stands, for the status bar. */
export interface Readiness {
	readonly level: 'error' | 'warning' | 'ready' | 'none';
	readonly text: string;
	/** What keeps it from being uploaded; empty when it is ready. */
	readonly reasons: readonly string[];
}

/** A byte order mark is UTF-8 too: worth a note elsewhere, and no obstacle. */
const utf8: readonly string[] = ['utf8', 'utf8bom'];

/** "Ready to upload" means: as it lies on the disk, Clever can take it. Warnings are for people to weigh. */
export function verdict(status: Status, facts: FileFacts): Readiness {
	const { error, warning } = status.counts;
	const reasons = obstacles(status, facts);
	const warnings = [
		...(warning > 0 ? [countOf(warning, 'warning')] : []),
		...(status.beside ? ['ids not compared'] : []),
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

function obstacles({ counts, fileName, records }: Status, facts: FileFacts): string[] {
	const { name, isDirty, encoding } = facts;
	return [
		counts.error > 0 && `It has ${countOf(counts.error, 'error')}.`,
		records === 0 && 'It has no rows below its header.',
		name !== fileName && `Its name must be exactly ${fileName}${name ? `, not ${name}` : ''}.`,
		isDirty && 'It has changes that are not saved.',
		!utf8.includes(encoding) && `It is saved as ${encoding}; Clever reads UTF-8.`,
	].filter((reason) => reason !== false);
}

/** Why the rows were compared with no other file; undefined where they were, or there is none. */
export function besideLine({ beside }: Status): string | undefined {
	if (!beside) return undefined;
	const why = beside.problem === 'too large' ? 'is too large to be read beside it' : 'cannot be read';
	return `${beside.fileName} ${why}, so the ids were not compared with it.`;
}

/** All counts in a sentence. */
export function countsLine({ records, counts, fixable }: Status): string {
	const kinds: (keyof Counts)[] = ['error', 'warning', 'information', 'hint'];
	const found = kinds.filter((kind) => counts[kind] > 0).map((kind) => countOf(counts[kind], words[kind]));
	const said = found.length > 0 ? found.join(', ') : 'nothing to report';
	return `${countOf(records, 'row')}: ${said}${fixable > 0 ? `; ${formatNumber(fixable)} can be fixed at once` : ''}.`;
}

const words: Readonly<Record<keyof Counts, string>> = {
	error: 'error',
	warning: 'warning',
	information: 'note',
	hint: 'hint',
};

function join(parts: readonly string[]): string {
	return parts.join(' · ');
}
