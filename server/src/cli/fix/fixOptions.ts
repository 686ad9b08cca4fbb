import { Option } from 'commander';

/** What the options say. */
export interface FixOptions {
	readonly fix?: boolean;
	readonly diff?: boolean;
}

/** The options of `check` that change files, or show how they would. */
export function fixOptions(): readonly Option[] {
	return [
		new Option('--fix', 'fix what needs no decision, as Fix All in an editor, and list what is left'),
		// It lists and judges nothing, so what asks for that would be passed over in silence.
		new Option('--diff', 'print what --fix would change as a unified diff, and write nothing').conflicts([
			'fix',
			'quiet',
			'statistics',
			'failOn',
			'maxWarnings',
			'requireReady',
		]),
	];
}

/** Why the options of a call contradict each other, in a sentence for people; undefined if they do not. */
export function fixContradictionIn(
	isInput: boolean,
	{
		fix,
		diff,
		format,
		redact,
		outputFile,
	}: FixOptions & {
		readonly format: string;
		readonly redact?: boolean;
		readonly outputFile?: string;
	},
): string | undefined {
	if ((fix || diff) && isInput) {
		return `standard input cannot be fixed. Save it as a file, and use ${fix ? '--fix' : '--diff'} on that`;
	}
	if (!diff) return undefined;
	if (format !== 'text') return `--diff prints a unified diff, which is not ${format}. Leave out --format`;
	if (redact) return '--diff shows the values that it would change. Leave out --redact, or --diff';
	if (outputFile !== undefined)
		return '--diff prints to standard output. Leave out --output-file, and redirect that';
	return undefined;
}
