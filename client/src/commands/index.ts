import { commands, Disposable } from 'vscode';
import { clientCommands } from '../../../server/src/protocol';
import { closeErrorReport, openErrorReport } from '../compare/errorReports';
import { fillByRule } from '../fill/fillByRule';
import { fillFromFile } from '../fill/fillFromFile';
import { keepCursorCommand } from '../ui/keepCursor';
import { showFailure } from '../ui/showFailure';
import { acceptValue } from './acceptValue';
import { addMissing } from './bulk/addMissing';
import { chooseCode } from './bulk/chooseCode';
import { exportProblems } from './bulk/exportProblems';
import { fillEmpty } from './bulk/fillEmpty';
import { moveToRoster } from './bulk/moveToRoster';
import { removeUnknown } from './bulk/removeUnknown';
import { replaceValue } from './bulk/replaceValue';
import { splitFromRoster } from './bulk/splitFromRoster';
import { checkAgain } from './checkAgain';
import { checkArrived } from './checkArrived';
import { checkAs } from './checkAs';
import { checkOnDisk } from './checkOnDisk';
import type { Command, CommandContext } from './command';
import { compareWithLast } from './compareWithLast';
import { createTemplate } from './createTemplate';
import { fixAll } from './fixAll';
import { goToStudent } from './goToStudent';
import { groupCommands } from './groupCommands';
import { importExport } from './importExport';
import { keepCursor } from './keepCursor';
import { openAsTable } from './openAsTable';
import { openAsText } from './openAsText';
import { openGuide } from './openGuide';
import { openRule } from './openRule';
import { renameFile } from './renameFile';
import { reopenAsText } from './reopenAsText';
import { restartServer } from './restartServer';
import { revealFiles } from './revealFiles';
import { saveAsUtf8 } from './saveAsUtf8';
import { saveDatedCopy } from './saveDatedCopy';
import { saveMapping } from './saveMapping';
import { setRuleLevel } from './setRuleLevel';
import { showComparison } from './showComparison';
import { showFolderState } from './showFolderState';
import { showMenu } from './showMenu';
import { showOutput } from './showOutput';
import { showReport } from './showReport';
import { tableCommands } from './tableCommands';

/** Every command by its id. Those of the palette have a title in package.json. */
const all: Readonly<Record<string, Command>> = {
	'cleverDemographics.createTemplate': createTemplate,
	'cleverDemographics.importExport': importExport,
	'cleverDemographics.saveMapping': saveMapping,
	'cleverDemographics.checkArrived': checkArrived,
	'cleverDemographics.checkAs': checkAs,
	'cleverDemographics.checkAgain': checkAgain,
	'cleverDemographics.checkOnDisk': checkOnDisk,
	[clientCommands.fixAll]: fixAll,
	'cleverDemographics.addMissing': addMissing,
	'cleverDemographics.removeUnknown': removeUnknown,
	'cleverDemographics.moveToRoster': moveToRoster,
	'cleverDemographics.splitFromRoster': splitFromRoster,
	'cleverDemographics.replaceValue': replaceValue,
	'cleverDemographics.fillEmpty': fillEmpty,
	'cleverDemographics.fillByRule': fillByRule,
	'cleverDemographics.fillFromFile': fillFromFile,
	'cleverDemographics.exportProblems': exportProblems,
	'cleverDemographics.openErrorReport': openErrorReport,
	'cleverDemographics.closeErrorReport': closeErrorReport,
	'cleverDemographics.restartServer': restartServer,
	'cleverDemographics.showOutput': showOutput,
	'cleverDemographics.openGuide': openGuide,
	'cleverDemographics.showMenu': showMenu,
	[clientCommands.showReport]: showReport,
	'cleverDemographics.showState': showFolderState,
	'cleverDemographics.revealFiles': revealFiles,
	'cleverDemographics.compareWithLast': compareWithLast,
	'cleverDemographics.saveDatedCopy': saveDatedCopy,
	'cleverDemographics.showComparison': showComparison,
	[clientCommands.openAsTable]: openAsTable,
	'cleverDemographics.openAsText': openAsText,
	'cleverDemographics.goToStudent': goToStudent,
	...tableCommands,
	...groupCommands,
	'cleverDemographics.reopenAsText': reopenAsText,
	[clientCommands.showProblems]: () => void commands.executeCommand('workbench.actions.view.problems'),
	[clientCommands.acceptValue]: acceptValue,
	[clientCommands.chooseCode]: chooseCode,
	[clientCommands.saveAsUtf8]: saveAsUtf8,
	[clientCommands.renameFile]: renameFile,
	[clientCommands.setRuleLevel]: setRuleLevel,
	[clientCommands.openRule]: openRule,
	[keepCursorCommand]: keepCursor,
};

/** Registers all commands; what one throws is shown to the person, and only its id goes to the log. */
export function registerCommands(context: CommandContext): Disposable {
	return Disposable.from(
		...Object.entries(all).map(([id, command]) =>
			commands.registerCommand(id, async (...args: unknown[]) => {
				try {
					await command(context, ...args);
				} catch (error) {
					context.output.error(`${id} failed.`);
					showFailure(error);
				}
			}),
		),
	);
}
