import { Argument, Command } from 'commander';
import { print } from '../print';
import type { Subcommand } from '../subcommand';
import { bashScript } from './completion/bash';
import { fishScript } from './completion/fish';
import { powerShellScript } from './completion/powerShell';
import { type ShellCommand, shellCommands } from './completion/shellCommands';
import { zshScript } from './completion/zsh';

type Script = (name: string, commands: readonly ShellCommand[]) => string;

/** The scripts by the name of their shell. */
const scripts: ReadonlyMap<string, Script> = new Map([
	['bash', bashScript],
	['zsh', zshScript],
	['fish', fishScript],
	['powershell', powerShellScript],
]);

/** `completion`: prints a script with which a shell completes commands, options, rules and columns. */
export const completionCommand: Subcommand = {
	command: new Command('completion')
		.description('Print a script with which a shell completes commands, options and rules.')
		.addArgument(new Argument('<shell>', 'the shell').choices([...scripts.keys()]))
		.action(printScript),
	emptyJson: () => [],
};

async function printScript(shell: string): Promise<void> {
	const program = completionCommand.command.parent;
	const script = scripts.get(shell);
	if (program && script) await print([script(program.name(), shellCommands(program))]);
}
