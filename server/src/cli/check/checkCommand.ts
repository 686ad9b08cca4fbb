import { Command } from 'commander';
import pc from 'picocolors';
import type { readSettings } from '../../settings';
import { tables } from '../../spec';
import { orReport, reportFailure, reportNote } from '../failures';
import { fixFiles, printDiff } from '../fix/fixFiles';
import type { CheckProgress } from '../formats/checkOutput';
import { type CheckResult, type FormatOptions, plainOptions } from '../formats/format';
import { countedFormats, formats, redactedFormats } from '../formats/formats';
import { print } from '../print';
import type { Subcommand } from '../subcommand';
import { type CheckContext, checkFiles, checkInput } from './checkFiles';
import { type CheckOptions, checkOptions, contradictionIn } from './checkOptions';
import { hasFailing, otherFailures } from './exitStatus';
import { SettingsFinder } from './foundSettings';
import { inputFiles, pathsNamed } from './inputFiles';
import { assertWritable, writeOutput } from './outputFile';
import { ProgressLine } from './progressLine';
import { adjusted } from './ruleOptions';
import { savedFolders, savedInput } from './savedFolders';
import { readInput } from './standardInput';

const names = tables.map(({ fileName }) => fileName).join(' and ');
const nothing: CheckResult = { reports: [], folders: [], settingsFiles: [] };

const command = new Command('check')
	.description('Check files and list their problems.')
	.argument(
		'[paths...]',
		`files, folders with ${names} directly in them, globs such as "exports/*", or - for standard input`,
		['.'],
	)
	.addHelpText(
		'after',
		'\nExit status: 0 no errors, 1 errors, or what --fail-on, --max-warnings or --require-ready ask for, 2 something could not be checked.',
	)
	.action(checkPaths);
for (const option of checkOptions()) command.addOption(option);

/** `check`: lists the problems of files and says whether their folders can be uploaded. */
export const checkCommand: Subcommand = {
	command,
	emptyJson: () => formats.json(nothing, plainOptions(pc.createColors(false))),
};

async function checkPaths(paths: readonly string[], options: CheckOptions): Promise<void> {
	const contradiction = contradictionIn(paths, options);
	if (contradiction !== undefined) command.error(`error: ${contradiction}`);
	const progress = new ProgressLine(process.stderr);
	const told = new Set<string>();
	const onFailure = (message: string): void => {
		progress.clear();
		if (!told.has(message)) reportFailure(message);
		told.add(message);
	};
	const onProgress = (path: string, done: number): void => {
		progress.show(path, done);
		sendProgress(path, done);
	};
	let result: CheckResult | undefined;
	await orReport(async () => {
		result = await resultOf(paths, options, { onFailure, onProgress });
	}, onFailure);
	progress.clear();
	// Nothing was checked, and a file that must not be replaced is none to write to.
	if (!result && options.outputFile !== undefined) return;
	result ??= nothing;
	report(result, options);
	const printed = { ...result, failures: [...told] };
	await orReport(() => output(printed, options));
}

async function resultOf(
	paths: readonly string[],
	options: CheckOptions,
	told: Pick<CheckContext, 'onFailure' | 'onProgress'>,
): Promise<CheckResult> {
	const {
		rule = {},
		accept = [],
		select,
		ignore,
		jobs,
		outputFile,
		settings,
		as,
		fix,
		diff,
		format,
	} = options;
	const adjust = (district: ReturnType<typeof readSettings>): typeof district =>
		adjusted(district, { rule, accept, ...(select && { select }), ...(ignore && { ignore }) });
	const { hasStatistics, isRedacted } = formatOptions(options);
	const countsValues = hasStatistics && !isRedacted;
	const context = {
		...told,
		jobs,
		countsValues,
		finder: new SettingsFinder(settings, adjust, told.onFailure),
	};
	const files = as === undefined ? await filesOf(paths, told.onFailure) : [];
	if (outputFile !== undefined) {
		assertWritable(outputFile, options.force === true, [
			...files,
			...(settings === undefined ? [] : [settings]),
		]);
	}
	if (diff) {
		await printDiff(files, context);
		return nothing;
	}
	const fixed = fix ? await fixFiles(files, context) : undefined;
	const isCounted = countedFormats.has(format);
	if (as === undefined) {
		const result = await checkFiles(files, { ...context, fixed });
		return isCounted ? { ...result, saved: savedFolders(result, context.finder) } : result;
	}
	const bytes = await readInput(process.stdin);
	const result = await checkInput(as, bytes, context);
	return isCounted ? { ...result, saved: savedInput(as, bytes, result, context.finder) } : result;
}

async function filesOf(
	paths: readonly string[],
	onFailure: (message: string) => void,
): Promise<readonly string[]> {
	const files: string[] = [];
	for (const argument of paths) {
		await orReport(async () => {
			for (const path of await pathsNamed(argument, onFailure)) {
				await orReport(() => {
					for (const file of inputFiles(path)) files.push(file);
				}, onFailure);
			}
		}, onFailure);
	}
	return files;
}

/** Sets the exit status, and says on the error output what the output itself does not. */
function report(result: CheckResult, options: CheckOptions): void {
	if (options.verbose) {
		for (const { path, settings } of result.settingsFiles) {
			reportNote(
				`${path}: ${settings === null ? 'no settings file, so the defaults' : `settings of ${settings}`}`,
			);
		}
	}
	const failures = otherFailures(result, options);
	for (const failure of failures) reportNote(failure);
	if (hasFailing(result, options.failOn) || failures.length > 0) process.exitCode ??= 1;
}

async function output(result: CheckResult, options: CheckOptions): Promise<void> {
	const { format, outputFile } = options;
	const chunks = formats[format](result, formatOptions(options));
	if (outputFile === undefined) await print(chunks);
	else await writeOutput(outputFile, chunks, options.force === true);
}

function formatOptions({
	format,
	color,
	outputFile,
	redact,
	quiet,
	statistics,
}: CheckOptions): FormatOptions {
	const { NO_COLOR = '', TERM } = process.env;
	const isTerminal = outputFile === undefined && process.stdout.isTTY === true;
	const isColored =
		color === 'always' || (color === 'auto' && isTerminal && NO_COLOR === '' && TERM !== 'dumb');
	return {
		colors: pc.createColors(isColored),
		isRedacted: redact ?? redactedFormats.has(format),
		isQuiet: quiet === true,
		hasStatistics: statistics === true,
	};
}

/** Sends `CheckProgress` to a parent process that opened a channel, as the extension does. */
function sendProgress(path: string, done: number): void {
	if (process.connected) process.send?.({ path, done } satisfies CheckProgress);
}
