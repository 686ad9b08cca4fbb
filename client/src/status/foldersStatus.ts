import type { Status } from '../../../server/src/protocol';
import { countOf } from '../../../server/src/wording';
import { countsLine } from './readiness';

/** The statuses of the files of one folder. */
export interface FolderStatus {
	/** For people: where the folder is. */
	readonly name: string;
	readonly files: readonly Status[];
}

/** How the folders stand while none of their files is in the active editor. */
export interface FoldersText {
	readonly level: 'error' | 'warning' | 'ready';
	readonly text: string;
	readonly tooltip: string;
}

const levels: readonly FoldersText['level'][] = ['error', 'warning', 'ready'];

/** The state of the folder that stands worst, and in the tooltip that of all; undefined where no file has a status. */
export function foldersText(folders: readonly FolderStatus[]): FoldersText | undefined {
	const checked = folders.filter(({ files }) => files.length > 0);
	const sorted = checked.toSorted((a, b) => levels.indexOf(levelOf(a)) - levels.indexOf(levelOf(b)));
	const [worst] = sorted;
	if (!worst) return undefined;
	const isOnly = worst === sorted.at(-1);
	return {
		level: levelOf(worst),
		text: isOnly ? textOf(worst) : `${textOf(worst)} in ${worst.name}`,
		tooltip: sorted.map(linesOf).join('\n\n'),
	};
}

function levelOf({ files }: FolderStatus): FoldersText['level'] {
	const state = files.find(({ readiness }) => readiness)?.readiness?.state;
	if (state === 'errors' || count(files, 'error') > 0) return 'error';
	const isReady = state ? state === 'ready' : count(files, 'warning') === 0;
	return isReady ? 'ready' : 'warning';
}

function textOf(folder: FolderStatus): string {
	const errors = count(folder.files, 'error');
	if (errors > 0) return countOf(errors, 'error');
	return levelOf(folder) === 'ready' ? 'Ready to upload' : 'Not ready to upload';
}

function linesOf({ name, files }: FolderStatus): string {
	const { readiness } = files.find((file) => file.readiness) ?? {};
	return [
		readiness ? `${name}: ${readiness.summary}` : name,
		...files.map((file) => `${file.fileName}: ${countsLine(file)}`),
	].join('\n');
}

function count(files: readonly Status[], severity: 'error' | 'warning'): number {
	return files.reduce((sum, { counts }) => sum + counts[severity], 0);
}
