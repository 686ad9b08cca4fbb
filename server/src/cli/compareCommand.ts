import { Command } from 'commander';
import pc from 'picocolors';
import { districtChanges } from '../compare/changes/districtChanges';
import { readSide } from '../compare/changes/readSide';
import { CannotCheck } from '../disk/cannotCheck';
import { terminalJson } from '../safeText';
import { defaultSettings, type Settings } from '../settings';
import { tables } from '../spec';
import { runToEnd } from '../work/runToEnd';
import { readSettingsFile } from './check/settingsFile';
import { type CompareOutput, outputOf } from './compareOutput';
import { compareText } from './compareText';
import { reasonOf, reportFailure } from './failures';
import { print } from './print';
import { OpenedSide, pathsOfSides } from './sidesOnDisk';
import { formatOption, type OutputFormat, type Subcommand } from './subcommand';

interface CompareOptions {
	readonly format: OutputFormat;
	readonly failOnDrop?: string;
	readonly settings?: string;
}

const names = tables.map(({ fileName }) => fileName).join(' and ');
const nothing: CompareOutput = {
	students: { before: 0, after: 0, inBoth: 0, added: [], gone: [], zerosChanged: [], moved: [] },
	categories: [],
	schools: [],
	alarms: [],
	notes: [],
};

/** `compare`: says what changed from one upload to the next. */
export const compareCommand: Subcommand = {
	command: new Command('compare')
		.description('Compare an upload with an earlier one and say what changed.')
		.argument('<old>', `the earlier upload: a file, or a folder with ${names} directly in it`)
		.argument('<new>', 'the new one')
		.option(
			'--fail-on-drop <percent>',
			'an alarm if more than this share of the students is gone or of a category is emptied, such as 10%',
		)
		.addOption(formatOption())
		.option('--settings <file>', "a VS Code settings.json with the district's settings")
		.addHelpText('after', '\nExit status: 0 no alarm, 1 an alarm, 2 something could not be read.')
		.action(compareUploads),
	emptyJson: () => [json(nothing)],
};

async function compareUploads(oldPath: string, newPath: string, options: CompareOptions): Promise<void> {
	const isJson = options.format === 'json';
	const sides: OpenedSide[] = [];
	try {
		const settings = settingsFor(options);
		const paths = pathsOfSides(oldPath, newPath);
		for (const files of paths) sides.push(OpenedSide.open(files, settings));
		const [before, after] = sides.map(({ files }) => runToEnd(readSide(files, settings)));
		if (!before || !after) return;
		if (before.students.size === 0) {
			const what = before.main?.layout.table.fileName ?? names;
			throw new CannotCheck(`${oldPath}: ${what} has no students: nothing to compare with`);
		}
		const changes = runToEnd(districtChanges(before, after, settings));
		for (const side of sides) side.assertUnchanged();
		if (changes.alarms.length > 0) process.exitCode ??= 1;
		const colors = pc.createColors(process.stdout.isTTY === true && pc.isColorSupported);
		await print(
			isJson ? [json(outputOf(changes))] : compareText({ old: oldPath, new: newPath }, changes, colors),
		);
	} catch (error) {
		reportFailure(reasonOf(changeIn(sides) ?? error, 'the comparison'));
		if (isJson) await print([json(nothing)]);
	} finally {
		for (const side of sides) side.close();
	}
}

/** Any error may be the result of a change of a file while it was read: that is then what to report. */
function changeIn(sides: readonly OpenedSide[]): unknown {
	try {
		for (const side of sides) side.assertUnchanged();
		return undefined;
	} catch (error) {
		return error;
	}
}

function settingsFor({ failOnDrop, settings: path }: CompareOptions): Settings {
	const settings = path === undefined ? defaultSettings : readSettingsFile(path);
	if (failOnDrop === undefined) return settings;
	const percent = Number(/^(\d{1,3}(?:\.\d{1,9})?)%?$/.exec(failOnDrop.trim())?.[1] ?? Number.NaN);
	if (!(percent <= 100)) {
		throw new CannotCheck('--fail-on-drop takes a percentage from 0 to 100. Write, for example, 10%');
	}
	const alarms = { ...settings['compare.alarms'], studentsGone: percent, categoryEmptied: percent };
	return { ...settings, 'compare.alarms': alarms };
}

function json(output: CompareOutput): string {
	return `${terminalJson(output)}\n`;
}
