import type { CodeLens, Command } from 'vscode-languageserver-types';
import type { Checker } from '../check/live/checker';
import { countOf, formatNumber } from '../wording';
import type { ClientCommands } from './clientCommands';

/** The lenses over the header: the state of the file and, for a client with our commands, what to do next. */
export function codeLenses(checker: Checker, commands: ClientCommands | undefined): CodeLens[] {
	const start = { line: 0, character: 0 };
	const lens = (command: Command): CodeLens => ({ range: { start, end: start }, command });
	const { tally, document, table } = checker;
	const state = lens({ title: stateOf(checker), command: commands?.showProblems ?? '' });
	if (!commands) return [state];
	const { fixable } = tally;
	return [
		state,
		...(fixable > 0
			? [
					lens({
						title: `Fix All ${formatNumber(fixable)}`,
						command: commands.fixAll,
						arguments: [document.uri],
					}),
				]
			: []),
		...(table.role
			? [lens({ title: 'Report', command: commands.showReport, arguments: [document.uri] })]
			: []),
	];
}

/** "1,204 students · 37 errors · 12 warnings". */
function stateOf({ students, table, tally: { counts } }: Checker): string {
	const problems = [
		...(counts.error > 0 ? [countOf(counts.error, 'error')] : []),
		...(counts.warning > 0 ? [countOf(counts.warning, 'warning')] : []),
	];
	return [countOf(students, table.subject), ...(problems.length > 0 ? problems : ['no errors'])].join(' · ');
}
