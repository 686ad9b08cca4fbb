/** `clever-demographics check`: the same core on the command line. Exit 0 clean, 1 errors, 2 could not check. */

import { Command, CommanderError, Option } from 'commander';
import pc from 'picocolors';
import { version } from '../../../package.json';
import { DiskCheck, type FileReport } from '../disk/fileCheck';
import { defaultSettings } from '../settings';
import type { CheckProgress } from './checkOutput';
import { orReport, reportFailure } from './failures';
import { inputFiles } from './inputFiles';
import { jsonChunks } from './jsonOutput';
import { print } from './print';
import { readSettingsFile } from './settingsFile';
import { textChunks } from './textOutput';

interface CheckOptions {
	readonly format: 'text' | 'json';
	readonly settings?: string;
}

const program = new Command('clever-demographics')
	.description(
		'Checks students.csv and students_ext.csv before they go to Clever. Nothing leaves the machine.',
	)
	.version(version)
	.exitOverride();
const check = program
	.command('check')
	.description('check files, and say what is wrong')
	.argument('[paths...]', 'files, or folders with students.csv and students_ext.csv directly in them', ['.'])
	.addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
	.option('--settings <file>', 'a settings.json of VS Code with the rules and values of the district')
	.addHelpText('after', '\nExit status: 0 no errors, 1 errors, 2 something could not be checked.')
	.action(checkPaths);

async function checkPaths(paths: readonly string[], { format, settings }: CheckOptions): Promise<void> {
	const reports: FileReport[] = [];
	await orReport(async () => {
		const chosen = settings === undefined ? defaultSettings : readSettingsFile(settings);
		const session = new DiskCheck(chosen, reportFailure, tellParent);
		for (const path of paths) {
			await orReport(async () => {
				for (const file of inputFiles(path)) await orReport(() => session.check(file, reports));
			});
		}
	});
	if (reports.some(({ counts }) => counts.error > 0)) process.exitCode ??= 1;
	const colors = pc.createColors(process.stdout.isTTY === true && pc.isColorSupported);
	await print(format === 'json' ? jsonChunks(reports) : textChunks(reports, colors));
}

/** Whoever started this as a child with a channel is told how far it is. */
function tellParent(path: string, done: number): void {
	if (process.connected) process.send?.({ path, done } satisfies CheckProgress);
}

/** Reads the command line and does what it says. */
export function runProgram(): void {
	program.parseAsync().catch(async (error: unknown) => {
		if (error instanceof CommanderError) {
			if (error.exitCode === 0) return;
			process.exitCode = 2;
			if (check.opts<CheckOptions>().format === 'json') await print(jsonChunks([]));
			return;
		}
		reportFailure(error instanceof Error ? error.message : 'the check failed');
	});
}
