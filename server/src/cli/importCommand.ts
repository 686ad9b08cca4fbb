import { Command } from 'commander';
import pc from 'picocolors';
import { terminalJson } from '../safeText';
import { students, studentsExt } from '../spec';
import { reasonOf, reportFailure, reportWarning } from './failures';
import { mappingFileName } from './importInput';
import type { ImportOutput, SettledColumn } from './importOutput';
import { type ImportOptions, ImportRun } from './importRun';
import { importText, leftOutText } from './importText';
import { print } from './print';
import { formatOption, type OutputFormat, type Subcommand } from './subcommand';

const nothing: ImportOutput = { system: null, columns: [], open: [], problems: [], written: [] };
const names = `${students.fileName} and ${studentsExt.fileName}`;

/** `import`: makes the two files from an export. */
export const importCommand: Subcommand = {
	command: new Command('import')
		.description(`Make ${names} from an export of a student information system.`)
		.argument('<export>', 'the export: text or an Excel workbook (.xlsx)')
		.requiredOption('--to <folder>', 'folder for the new files')
		.option('--mapping <file>', `what a person has decided (default: ${mappingFileName} in that folder)`)
		.option('--system <name>', 'the system that the export comes from, or a table of codes')
		.option('--settings <file>', 'a VS Code settings.json with the values that the district accepts')
		.option('--force', 'replace files that exist')
		.addOption(formatOption())
		.addHelpText(
			'after',
			'\nExit status: 0 all is settled, 1 something was left for a person, 2 nothing was written.',
		)
		.action(importFile),
	emptyJson: () => [json(nothing)],
};

async function importFile(
	path: string,
	{ format, ...options }: ImportOptions & { readonly format: OutputFormat },
): Promise<void> {
	const run = new ImportRun(path, options);
	let failure: string | undefined;
	try {
		await run.run();
	} catch (error) {
		failure = reasonOf(error, 'the import');
		reportFailure(failure);
	}
	const output = outputOf(run, failure);
	if (output.open.length > 0 || output.problems.length > 0) process.exitCode ??= 1;
	if (format === 'json') {
		for (const warning of run.warnings()) reportWarning(warning);
		for (const each of output.leftOut ?? []) reportWarning(leftOutText(each));
		return print([json(output)]);
	}
	const colors = pc.createColors(process.stdout.isTTY === true && pc.isColorSupported);
	return print(importText(run, output, colors));
}

/** @param failure why nothing was written, for people; undefined if something was. */
function outputOf(run: ImportRun, failure: string | undefined): ImportOutput {
	const { plan, report, written } = run;
	const columns = (plan?.targets ?? []).flatMap(({ element, from, how }): SettledColumn[] =>
		how === null || from.length === 0 ? [] : [{ element, from, how }],
	);
	const undecided = (plan?.open ?? []).filter(({ value }) => report === undefined || value === null);
	// A column that the mapping names and the export lacks is in both.
	const more = (report?.open ?? []).filter(
		({ element, value }) => value !== null || !undecided.some((item) => item.element === element),
	);
	const leftOut = (report?.leftOut ?? []).map(({ what, rows }) => ({ what, rows }));
	return {
		system: plan?.system ?? null,
		columns,
		open: [...undecided, ...more].map(({ element, value, rows }) => ({ element, value, rows })),
		problems: [
			...(failure === undefined ? [] : [{ row: null, message: failure }]),
			...run.problems().map(({ row, message }) => ({ row, message })),
		],
		written: written.map(({ path }) => path),
		...(leftOut.length > 0 ? { leftOut } : {}),
	};
}

function json(output: ImportOutput): string {
	return `${terminalJson(output)}\n`;
}
