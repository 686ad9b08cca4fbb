import type { Status } from '../../../server/src/protocol';
import { countOf } from '../../../server/src/wording';
import { countsLine, readinessLines, type StatusBarText, statusBarText } from './readiness';

/** The statuses of the files of one folder. */
export interface FolderStatus {
	/** For people: where the folder is. */
	readonly name: string;
	readonly files: readonly Status[];
}

/** How the folders stand while none of their files is in the active editor. */
export interface FoldersText extends StatusBarText {
	readonly tooltip: string;
}

const levels: readonly StatusBarText['level'][] = ['error', 'warning', 'none', 'ready'];

/**
 * The worst state of a folder, with its name unless all are ready, and in the tooltip the states of all; undefined
 * where no file has a status.
 */
export function foldersText(folders: readonly FolderStatus[]): FoldersText | undefined {
	const states = folders
		.flatMap((folder) => {
			const text = textOf(folder);
			return text ? [{ ...folder, ...text }] : [];
		})
		.sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
	const [worst] = states;
	return (
		worst && {
			level: worst.level,
			text: states.length === 1 || worst.level === 'ready' ? worst.text : `${worst.text} in ${worst.name}`,
			tooltip: states.map(linesOf).join('\n\n'),
		}
	);
}

/** The errors of both files, else whether the folder is ready. */
function textOf({ files }: FolderStatus): StatusBarText | undefined {
	const errors = files.reduce((sum, { counts }) => sum + counts.error, 0);
	if (errors > 0) return { level: 'error', text: countOf(errors, 'error') };
	const status = files.find(({ readiness }) => readiness) ?? files[0];
	return status && statusBarText(status);
}

function linesOf({ name, files }: FolderStatus): string {
	const { readiness } = files.find((file) => file.readiness) ?? {};
	const [summary, ...reasons] = readiness ? readinessLines(readiness) : [];
	return [
		summary ? `${name}: ${summary}` : name,
		...reasons,
		...files.map((file) => `${file.fileName}: ${countsLine(file)}`),
	].join('\n');
}
