import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { skippedRule } from '../../disk/cannotCheck';
import type { FileReport } from '../../disk/fileCheck';
import { terminalText } from '../../safeText';
import type { Settings } from '../../settings';
import { countOf, wordList } from '../../wording';
import { orReport, reportNote } from '../failures';
import { print } from '../print';
import type { FileToFix } from './fileToFix';
import { fixFolder } from './fixFolder';
import { fixReport } from './fixReport';
import { unifiedDiff } from './unifiedDiff';
import { writeFixed } from './writeFixed';

/** Which settings files are fixed with, and who is told. */
export interface FixContext {
	readonly finder: {
		ofFolder(folder: string): {
			readonly settings: Settings;
			readonly path: string | null;
			readonly hasMistake: boolean;
		};
	};
	/** Called with a sentence for people where something cannot be fixed. */
	readonly onFailure: (message: string) => void;
}

/**
 * Fixes files on the disk as *Fix All* does in an editor, those of one folder together: all of them are written, or
 * none. Reports each folder that cannot be fixed, whose files are as they were.
 *
 * @returns what is left in each file that is fixed, by its absolute path.
 */
export async function fixFiles(
	paths: readonly string[],
	context: FixContext,
): Promise<ReadonlyMap<string, FileReport>> {
	const reports = new Map<string, FileReport>();
	await eachFolder(paths, context, async (files) => {
		const changed = files.filter(({ isChanged }) => isChanged);
		const problem = changed.length === 0 ? undefined : await writeFixed(changed);
		if (problem !== undefined) return context.onFailure(problem);
		for (const file of files) {
			const { path } = file.source;
			const fixed = file.isChanged && { fixed: file.fixed };
			reports.set(resolve(path), { ...fixReport(path, file.settled()), ...fixed });
			if (file.isChanged) reportNote(`${path}: fixed ${countOf(file.fixed, 'problem')}`);
		}
	});
	return reports;
}

/** Prints what `fixFiles` would change, as a unified diff, and writes nothing. Sets the exit status to 1 if there is anything. */
export async function printDiff(paths: readonly string[], context: FixContext): Promise<void> {
	await eachFolder(paths, context, async (files) => {
		for (const file of files) {
			if (!file.isChanged) continue;
			process.exitCode ??= 1;
			const { path } = file.source;
			const name = nameInDiff(path);
			if (isOutside(name)) {
				reportNote(
					`${path}: patch and git apply change no file outside of the current folder. Use --diff in the folder of the file, or above it`,
				);
			}
			await print(shownDiff(diffOf(file, name)));
		}
	});
}

/** What a diff calls a file. Programs that apply it refuse a whole path. */
function nameInDiff(path: string): string {
	const below = relative(process.cwd(), path);
	return isAbsolute(path) && !isOutside(below) ? below : path;
}

function isOutside(path: string): boolean {
	return isAbsolute(path) || /^\.\.(?:[\\/]|$)/.test(relative(process.cwd(), path));
}

/** What changes in a file, byte order mark and all: a program that applies it reads the bytes. */
function diffOf({ source: { text, byteOrderMark }, edits }: FileToFix, name: string): Iterable<string> {
	if (!byteOrderMark) return unifiedDiff(name, text, edits);
	const moved = edits.map(({ start, end, text: inserted }) => ({
		start: start + 1,
		end: end + 1,
		text: inserted,
	}));
	return unifiedDiff(name, `\ufeff${text}`, moved);
}

async function eachFolder(
	paths: readonly string[],
	{ finder, onFailure }: FixContext,
	use: (files: readonly FileToFix[]) => Promise<void>,
): Promise<void> {
	for (const ofFolder of byFolder(paths)) {
		let isRead = false;
		await orReport(async () => {
			const { settings, path, hasMistake } = finder.ofFolder(dirname(ofFolder[0] ?? ''));
			if (hasMistake) {
				isRead = true;
				// The rule or the value may be the one that the district wants left alone.
				return onFailure(
					`nothing was fixed in ${wordList(ofFolder)}: their settings in ${path} have a mistake. Correct it first`,
				);
			}
			const files = fixFolder(ofFolder, settings, (ruleId) => onFailure(skippedRule(ruleId)));
			isRead = true;
			await use(files);
		}, onFailure);
		if (!isRead && ofFolder.length > 1) {
			onFailure(`nothing was fixed in ${wordList(ofFolder)}: the files of a folder are fixed together`);
		}
	}
}

/** Each file once, with the others of its folder. */
function byFolder(paths: readonly string[]): Iterable<readonly string[]> {
	const seen = new Set<string>();
	const folders = new Map<string, string[]>();
	for (const path of paths) {
		if (seen.has(resolve(path))) continue;
		seen.add(resolve(path));
		const folder = resolve(dirname(path));
		const files = folders.get(folder);
		if (files) files.push(path);
		else folders.set(folder, [path]);
	}
	return folders.values();
}

/** A diff as it is for a program, and harmless for a terminal. */
function* shownDiff(chunks: Iterable<string>): Iterable<string> {
	if (!process.stdout.isTTY) return yield* chunks;
	for (const chunk of chunks) {
		const lines = chunk.replace(/\n$/, '').split('\n');
		for (const line of lines) yield `${terminalText(line)}\n`;
	}
}
