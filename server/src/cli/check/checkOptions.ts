import { InvalidArgumentError, Option } from 'commander';
import { ruleLevelNames } from '../../settings';
import { tables } from '../../spec';
import { type FixOptions, fixContradictionIn, fixOptions } from '../fix/fixOptions';
import { type FormatName, formatNames, redactedFormats } from '../formats/formats';
import { type FailureOptions, failingSeverities } from './exitStatus';
import { type Accepted, type RuleOptions, readAccepted, readRule, readRuleIds } from './ruleOptions';
import { ownSettingsName } from './settingsLayers';

/** When the output has colors. */
export type ColorChoice = 'auto' | 'always' | 'never';

/** The options of `check`, as they were given. */
export interface CheckOptions extends FailureOptions, FixOptions, Partial<RuleOptions> {
	readonly format: FormatName;
	readonly outputFile?: string;
	readonly force?: boolean;
	readonly quiet?: boolean;
	readonly statistics?: boolean;
	/** Undefined for what is usual for the format. */
	readonly redact?: boolean;
	readonly accept?: readonly Accepted[];
	/** The name that standard input would have as a file. */
	readonly as?: string;
	readonly settings?: string;
	readonly jobs?: number;
	readonly color: ColorChoice;
	readonly verbose?: boolean;
}

/** More threads than this would only take memory. */
const MAX_JOBS = 64;

const fileNames = tables.map(({ fileName }) => fileName);

/** Every option of `check`, in the order of its help. */
export function checkOptions(): readonly Option[] {
	const redacted = [...redactedFormats].join(', ');
	return [
		...fixOptions(),
		new Option('--format <format>', 'output format').choices(formatNames).default('text'),
		new Option('--output-file <file>', 'write the output to a file, whole or not at all'),
		new Option('--force', 'replace the output file if it exists'),
		new Option('--quiet', 'list errors only; the counts are of all'),
		new Option('--statistics', 'count the problems by rule, column and value too'),
		new Option('--redact', 'show no value of the files, and no fix'),
		new Option(
			'--no-redact',
			`show values and fixes${redacted === '' ? '' : `, which ${redacted} do not by themselves`}`,
		),
		new Option('--fail-on <severity>', 'exit with 1 from this severity on')
			.choices(failingSeverities)
			.default('error'),
		new Option('--max-warnings <number>', 'exit with 1 if there are more warnings').argParser((text) =>
			wholeNumber(text, 0, Number.MAX_SAFE_INTEGER),
		),
		// Only the settings that the editor has, too, may say what is no problem.
		new Option('--require-ready', 'exit with 1 unless every folder is ready to upload').conflicts([
			'select',
			'ignore',
			'rule',
		]),
		new Option(
			'--rule <rule=severity>',
			`the severity of a rule: ${ruleLevelNames}; for several rules, repeat it`,
		).argParser(readRule),
		new Option(
			'--accept <column=value>',
			'a further value that a column may have; for several, repeat it',
		).argParser(readAccepted),
		new Option('--select <rules>', 'run only these rules, or those of a scope such as field').argParser(
			readRuleIds,
		),
		new Option('--ignore <rules>', 'leave out these rules, or those of a scope').argParser(readRuleIds),
		new Option('--as <name>', 'check standard input, given as -, like a file with this name').choices(
			fileNames,
		),
		new Option(
			'--settings <file>',
			`the district's settings: a settings.json of VS Code or a ${ownSettingsName}, instead of the nearest of these in the folder of each file or above it`,
		),
		new Option('--jobs <number>', 'use at most this many processor cores').argParser((text) =>
			wholeNumber(text, 1, MAX_JOBS),
		),
		new Option('--color <when>', 'color the output')
			.choices(['auto', 'always', 'never'] satisfies readonly ColorChoice[])
			.default('auto'),
		new Option('--verbose', 'say on the error output which settings each file was checked with'),
	];
}

/** Why options make no sense together, or with these paths; undefined if they do. */
export function contradictionIn(paths: readonly string[], options: CheckOptions): string | undefined {
	const isInput = paths.includes('-');
	const ofFixes = fixContradictionIn(isInput, options);
	if (ofFixes !== undefined) return ofFixes;
	if (isInput && paths.length > 1) {
		return 'standard input, -, is checked alone. Leave out the other paths, or check them in another call';
	}
	if (isInput && options.as === undefined) {
		return `standard input has no name. Add --as ${fileNames.join(' or --as ')}`;
	}
	if (!isInput && options.as !== undefined) {
		return '--as is for standard input. Add - as the only path, or leave out --as';
	}
	if (isInput && options.requireReady) {
		return '--require-ready needs a folder: of standard input alone, nobody can say whether an upload is ready. Save it as a file, and check its folder';
	}
	if (options.force && options.outputFile === undefined) {
		return '--force is for --output-file. Add that, or leave out --force';
	}
	return undefined;
}

function wholeNumber(text: string, least: number, most: number): number {
	const number = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
	if (number >= least && number <= most) return number;
	const range = most === Number.MAX_SAFE_INTEGER ? `from ${least}` : `from ${least} to ${most}`;
	throw new InvalidArgumentError(`It takes a whole number ${range}.`);
}
