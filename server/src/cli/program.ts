import { Command, CommanderError } from 'commander';
import { version } from '../../../package.json';
import { tables } from '../spec';
import { checkCommand } from './check/checkCommand';
import { compareCommand } from './compareCommand';
import { exportCommand } from './exportCommand';
import { printErrors, reasonOf, reportFailure } from './failures';
import { importCommand } from './importCommand';
import { print } from './print';
import { completionCommand } from './reference/completionCommand';
import { explainCommand } from './reference/explainCommand';
import { rulesCommand } from './reference/rulesCommand';
import type { OutputFormat, Subcommand } from './subcommand';
import { templateCommand } from './templateCommand';

const fileNames = tables.map(({ fileName }) => fileName).join(' and ');
const subcommands: readonly Subcommand[] = [
	checkCommand,
	compareCommand,
	exportCommand,
	importCommand,
	templateCommand,
	rulesCommand,
	explainCommand,
	completionCommand,
];
const program = new Command('clever-demographics')
	.description(
		`Checks, compares and makes ${fileNames} before they go to Clever. No data leaves this computer.`,
	)
	.version(version)
	.configureOutput({ writeErr: printErrors })
	.exitOverride();
for (const { command } of subcommands) program.addCommand(command.copyInheritedSettings(program));

/** Runs the command line. Sets the exit status: 0 all is well, 1 something is wrong with the data, 2 it could not be done. */
export function runProgram(): void {
	program.parseAsync().catch(async (error: unknown) => {
		if (error instanceof CommanderError) {
			if (error.exitCode === 0) return;
			process.exitCode = 2;
			const asked = subcommands.find(
				({ command }) => command.opts<{ readonly format: OutputFormat }>().format === 'json',
			);
			if (asked) await print(asked.emptyJson());
			return;
		}
		reportFailure(reasonOf(error));
	});
}
