import type { ShellCommand } from './shellCommands';

/** A script that completes the commands in zsh, sourced or as a file of its function path. */
export function zshScript(name: string, commands: readonly ShellCommand[]): string {
	const own = `_${name.replaceAll('-', '_')}`;
	const names = commands.map((command) => command.name);
	const valued = commands.flatMap((command) =>
		command.options.flatMap(({ flags, values }) => {
			if (!values) return [];
			const offer =
				values.length > 0 ? `compadd ${noSpace(values)}-- ${values.map(quoted).join(' ')}` : '_files';
			return flags.map((flag) => `    '${command.name} ${flag}') ${offer}; return ;;\n`);
		}),
	);
	const described = (pairs: readonly (readonly [string, string])[]): string =>
		pairs.map(([word, text]) => quoted(`${word.replaceAll(':', '\\:')}:${text}`)).join(' ');
	return `#compdef ${name}
# ${name}: completion for zsh. Add to ~/.zshrc, after compinit: eval "$(${name} completion zsh)"
${own}() {
  local command='' index previous="\${words[CURRENT-1]}"
  local -a offered
  for ((index = 2; index < CURRENT; index++)); do
    case "\${words[index]}" in
      ${names.join('|')}) command="\${words[index]}"; break ;;
    esac
  done
  if [[ \${words[CURRENT]} == --*=* ]]; then
    previous="\${words[CURRENT]%%=*}"
    compset -P '*='
  fi
  case "$command $previous" in
${valued.join('')}  esac
  if [[ -z $command ]]; then
    offered=(${described(commands.map((command) => [command.name, command.description]))})
    _describe 'command' offered
    return
  fi
  if [[ \${words[CURRENT]} == -* ]]; then
    case "$command" in
${commands
	.map(
		({ name: each, options }) =>
			`      ${each}) offered=(${described(options.map(({ flags: [flag = ''], description }) => [flag, description]))}) ;;\n`,
	)
	.join('')}    esac
    _describe 'option' offered
    return
  fi
  case "$command" in
${commands
	.filter(({ values }) => values.length > 0)
	.map(({ name: each, values }) => `    ${each}) compadd -- ${values.map(quoted).join(' ')} ;;\n`)
	.join('')}    *) _files ;;
  esac
}
if [[ "\${funcstack[1]}" == ${own} ]]; then ${own} "$@"; else compdef ${own} ${name}; fi
`;
}

/** The value of an id or a column follows without a space. */
function noSpace(values: readonly string[]): string {
	return values.every((value) => value.endsWith('=')) ? "-S '' " : '';
}

function quoted(text: string): string {
	return `'${text.replaceAll("'", "'\\''")}'`;
}
