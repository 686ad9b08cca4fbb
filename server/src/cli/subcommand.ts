import { type Command, Option } from 'commander';

/** One command of the command line. */
export interface Subcommand {
	readonly command: Command;
	/** Its output as JSON, complete and empty: for arguments that make no sense. */
	readonly emptyJson: () => Iterable<string>;
}

/** How a command prints what it found. */
export type OutputFormat = 'text' | 'json';

/** The option by which each command prints JSON. */
export function formatOption(): Option {
	return new Option('--format <format>', 'output format').choices(['text', 'json']).default('text');
}
