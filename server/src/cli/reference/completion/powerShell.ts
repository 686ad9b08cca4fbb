import type { ShellCommand } from './shellCommands';

/** A script that completes the commands in PowerShell. Where it offers nothing, PowerShell offers files. */
export function powerShellScript(name: string, commands: readonly ShellCommand[]): string {
	const table = (pairs: readonly (readonly [string, readonly string[]])[], indent: string): string =>
		pairs.map(([key, values]) => `${indent}${quoted(key)} = @(${values.map(quoted).join(', ')})\n`).join('');
	const valued = commands.flatMap((command) =>
		command.options.flatMap(({ flags, values }) =>
			values ? flags.map((flag) => [`${command.name} ${flag}`, values] as const) : [],
		),
	);
	return `# ${name}: completion for PowerShell. Add to $PROFILE: ${name} completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName ${quoted(name)} -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $options = @{
${table(
	commands.map(({ name: each, options }) => [each, options.flatMap(({ flags }) => flags)] as const),
	'        ',
)}    }
    $arguments = @{
${table(
	commands.map(({ name: each, values }) => [each, values] as const),
	'        ',
)}    }
    $values = @{
${table(valued, '        ')}    }
    $words = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.Extent.Text })
    $command = $words | Select-Object -Skip 1 | Where-Object { $options.ContainsKey($_) } | Select-Object -First 1
    $previous = $words | Select-Object -Last 1
    if (-not $command) { $offered = @(${commands.map((command) => quoted(command.name)).join(', ')}, '--help', '--version') }
    elseif ($values.ContainsKey("$command $previous")) { $offered = $values["$command $previous"] }
    elseif ($wordToComplete.StartsWith('-')) { $offered = $options[$command] }
    else { $offered = $arguments[$command] }
    $offered | Where-Object { $_ -and $_.StartsWith($wordToComplete) } | ForEach-Object {
        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
    }
}
`;
}

function quoted(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}
