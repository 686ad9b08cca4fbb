import type { TableCommand } from '../grid/messages';
import { requireTable } from '../grid/openTables';
import type { Command } from './command';

/** What the active table can be told in the palette too; its own keys reach its page directly. */
export const tableCommands: Readonly<Record<string, Command>> = {
	'cleverDemographics.filterTable': run('filter'),
	'cleverDemographics.nextProblemInTable': run('nextProblem'),
	'cleverDemographics.previousProblemInTable': run('previousProblem'),
	'cleverDemographics.fixInTable': run('fix'),
	'cleverDemographics.pasteInTable': run('paste'),
};

function run(what: TableCommand): Command {
	return () => requireTable().run(what);
}
