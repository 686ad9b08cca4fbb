import type { ShellCommand } from './shellCommands';

/** A script that completes the commands in fish. */
export function fishScript(name: string, commands: readonly ShellCommand[]): string {
	const lines = commands.flatMap((command) => {
		const seen = `-n '__fish_seen_subcommand_from ${command.name}'`;
		return [
			`complete -c ${name} -f -n __fish_use_subcommand -a ${command.name} -d ${quoted(command.description)}`,
			...command.options.map(({ flags, description, values }) => {
				const names = flags.map((flag) =>
					flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
				);
				return `complete -c ${name} ${seen} ${names.join(' ')}${valuePart(values)} -d ${quoted(description)}`;
			}),
			...(command.values.length > 0
				? [`complete -c ${name} -f ${seen} -a ${quoted(command.values.join(' '))}`]
				: []),
		];
	});
	return `# ${name}: completion for fish. Save as ~/.config/fish/completions/${name}.fish
complete -c ${name} -n __fish_use_subcommand -l help -d 'display help for command'
complete -c ${name} -n __fish_use_subcommand -l version -d 'output the version number'
${lines.join('\n')}
`;
}

/** With values nothing else is offered; a value without a list is a file. */
function valuePart(values: readonly string[] | undefined): string {
	if (!values) return '';
	return values.length > 0 ? ` -x -a ${quoted(values.join(' '))}` : ' -r -F';
}

function quoted(text: string): string {
	return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
