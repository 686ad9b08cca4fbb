import type { Argument, Command, Option } from 'commander';
import { rules } from '../../../rules';
import { codedElements } from '../../../spec';
import { topicNames } from '../topics';

/** An option as shells complete it. */
export interface ShellOption {
	/** The long flag first. */
	readonly flags: readonly string[];
	readonly description: string;
	/** What comes after it: one of these values, or with an empty list a file; undefined where nothing does. */
	readonly values: readonly string[] | undefined;
}

/** A command as shells complete it. */
export interface ShellCommand {
	readonly name: string;
	readonly description: string;
	readonly options: readonly ShellOption[];
	/** What its arguments can be; with an empty list, files. */
	readonly values: readonly string[];
}

/** The commands of a program, from its declarations. */
export function shellCommands(program: Command): readonly ShellCommand[] {
	return program.commands.map((command) => ({
		name: command.name(),
		description: command.description(),
		options: [...command.createHelp().visibleOptions(command)].map(shellOption),
		values: command.registeredArguments.flatMap(valuesOfArgument),
	}));
}

function shellOption(option: Option): ShellOption {
	const { long, short, description, required, optional } = option;
	return {
		flags: [long, short].filter((flag) => flag !== undefined && flag !== null),
		description,
		values: required || optional ? valuesOf(option) : undefined,
	};
}

/** Choices as declared; the ids of rules and the columns where the value's placeholder says so; else none. */
function valuesOf({ argChoices, flags }: Option): readonly string[] {
	if (argChoices) return argChoices;
	const placeholder = /[<[](.*)[>\]]/.exec(flags)?.[1] ?? '';
	if (/^(id|rule)=/.test(placeholder)) return rules.map(({ id }) => `${id}=`);
	if (/^column=/.test(placeholder)) return codedElements.map(({ column }) => `${column}=`);
	return /^rules?\b|^ids?\b/.test(placeholder) ? rules.map(({ id }) => id) : [];
}

function valuesOfArgument(argument: Argument): readonly string[] {
	if (argument.argChoices) return argument.argChoices;
	return argument.name() === 'topic' ? topicNames : [];
}
