import type { ShellCommand } from './shellCommands';

/** A script that completes the commands in bash. Where it offers nothing, bash offers files. */
export function bashScript(name: string, commands: readonly ShellCommand[]): string {
	const own = `_${name.replaceAll('-', '_')}`;
	const valued = commands.flatMap((command) =>
		command.options.flatMap(({ flags, values }) =>
			values ? flags.map((flag) => `    '${command.name} ${flag}') offered='${values.join(' ')}' ;;\n`) : [],
		),
	);
	return `# ${name}: completion for bash. Add to ~/.bashrc: eval "$(${name} completion bash)"
${own}() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command='' offered='' flags='' index
  # bash takes the "=" of --option=value for a word.
  if [[ $current == '=' ]]; then
    current=''
  elif [[ $previous == '=' ]]; then
    previous="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  for ((index = 1; index < COMP_CWORD; index++)); do
    case "\${COMP_WORDS[index]}" in
      ${commands.map((command) => command.name).join('|')}) command="\${COMP_WORDS[index]}"; break ;;
    esac
  done
  COMPREPLY=()
  case "$command $previous" in
${valued.join('')}    *)
      case "$command" in
        '') offered='${commands.map((command) => command.name).join(' ')} help'; flags='--help --version' ;;
${commands
	.map(
		({ name: each, options, values }) =>
			`        ${each}) offered='${values.join(' ')}'; flags='${options.flatMap(({ flags }) => flags).join(' ')}' ;;\n`,
	)
	.join('')}      esac
      if [[ $current == -* ]]; then offered="$flags"; fi ;;
  esac
  COMPREPLY=($(compgen -W "$offered" -- "$current"))
  # The value of an id or a column follows without a space.
  if [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} == *= ]]; then compopt -o nospace 2>/dev/null; fi
}
complete -o default -o bashdefault -F ${own} ${name}
`;
}
