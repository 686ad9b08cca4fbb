import { Command, Option } from 'commander';
import pc from 'picocolors';
import { DiskCheck, type FileReport } from '../../disk/fileCheck';
import { defaultSettings } from '../../settings';
import { tables } from '../../spec';
import { orReport, reportFailure } from '../failures';
import type { CheckProgress } from '../formats/checkOutput';
import { plainOptions } from '../formats/format';
import { type FormatName, formatNames, formats, redactedFormats } from '../formats/formats';
import { print } from '../print';
import type { Subcommand } from '../subcommand';
import { type FolderReport, folderReports } from './folderReadiness';
import { inputFiles } from './inputFiles';
import { readSettingsFile } from './settingsFile';

interface CheckOptions {
	readonly format: FormatName;
	readonly settings?: string;
}

const names = tables.map(({ fileName }) => fileName).join(' and ');

/** `check`: lists the problems of files and says whether their folders can be uploaded. */
export const checkCommand: Subcommand = {
	command: new Command('check')
		.description('Check files and list their problems.')
		.argument('[paths...]', `files, or folders with ${names} directly in them`, ['.'])
		.addOption(new Option('--format <format>', 'output format').choices(formatNames).default('text'))
		.option('--settings <file>', "a VS Code settings.json with the district's settings")
		.addHelpText('after', '\nExit status: 0 no errors, 1 errors, 2 something could not be checked.')
		.action(checkPaths),
	emptyJson: () =>
		formats.json({ reports: [], folders: [], settingsFiles: [] }, plainOptions(pc.createColors(false))),
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
	const result = { reports, folders, settingsFiles: [] };
	const options = { ...plainOptions(colors), isRedacted: redactedFormats.has(format) };
	await print(formats[format](result, options));
}

/** Sends `CheckProgress` to a parent process that opened a channel, as the extension does. */
function sendProgress(path: string, done: number): void {
	if (process.connected) process.send?.({ path, done } satisfies CheckProgress);
}
