import { Command } from 'commander';
import pc from 'picocolors';
import { DiskCheck, type FileReport } from '../../disk/fileCheck';
import { defaultSettings } from '../../settings';
import { tables } from '../../spec';
import type { CheckProgress } from '../checkOutput';
import { orReport, reportFailure } from '../failures';
import { jsonChunks } from '../jsonOutput';
import { print } from '../print';
import { formatOption, type OutputFormat, type Subcommand } from '../subcommand';
import { textChunks } from '../textOutput';
import { type FolderReport, folderReports } from './folderReadiness';
import { inputFiles } from './inputFiles';
import { readSettingsFile } from './settingsFile';

interface CheckOptions {
	readonly format: OutputFormat;
	readonly settings?: string;
}

const names = tables.map(({ fileName }) => fileName).join(' and ');

/** `check`: lists the problems of files and says whether their folders can be uploaded. */
export const checkCommand: Subcommand = {
	command: new Command('check')
		.description('Check files and list their problems.')
		.argument('[paths...]', `files, or folders with ${names} directly in them`, ['.'])
		.addOption(formatOption())
		.option('--settings <file>', "a VS Code settings.json with the district's settings")
		.addHelpText('after', '\nExit status: 0 no errors, 1 errors, 2 something could not be checked.')
		.action(checkPaths),
	emptyJson: () => jsonChunks([], []),
};

async function checkPaths(paths: readonly string[], { format, settings }: CheckOptions): Promise<void> {
	const reports: FileReport[] = [];
	let folders: readonly FolderReport[] = [];
	await orReport(async () => {
		const district = settings === undefined ? defaultSettings : readSettingsFile(settings, reportFailure);
		const diskCheck = new DiskCheck(district, reportFailure, sendProgress);
		const files: string[] = [];
		for (const path of paths) await orReport(() => void files.push(...inputFiles(path)));
		for (const file of files) await orReport(() => diskCheck.check(file, reports));
		// Folders may be judged twice.
		const told = new Set<string>();
		const onFailure = (message: string): void => {
			if (!told.has(message)) reportFailure(message);
			told.add(message);
		};
		const judge = (): Promise<readonly FolderReport[]> =>
			folderReports(files, reports, district, { failed: diskCheck.failed, onFailure });
		folders = await judge();
		if (diskCheck.dropChanged(reports)) folders = await judge();
	});
	if (reports.some(({ counts }) => counts.error > 0)) process.exitCode ??= 1;
	const colors = pc.createColors(process.stdout.isTTY === true && pc.isColorSupported);
	await print(format === 'json' ? jsonChunks(reports, folders) : textChunks(reports, folders, colors));
}

/** Sends `CheckProgress` to a parent process that opened a channel, as the extension does. */
function sendProgress(path: string, done: number): void {
	if (process.connected) process.send?.({ path, done } satisfies CheckProgress);
}
