import type { CodeLens, Command } from 'vscode-languageserver-types';
import type { Checker } from '../check/live/checker';
import { countOf, formatNumber } from '../wording';
import type { ClientCommands } from './clientCommands';

/** Over the header: how the file stands, and what to do next, for a client that has our commands. */
export function codeLenses(checker: Checker, commands: ClientCommands | undefined): CodeLens[] {
	const start = { line: 0, character: 0 };
	const lens = (command: Command): CodeLens => ({ range: { start, end: start }, command });
	const { tally, document } = checker;
	const told = lens({ title: stateOf(checker), command: commands?.showProblems ?? '' });
	if (!commands) return [told];
	const { fixable } = tally;
	return [
		told,
		...(fixable > 0
			? [
					lens({
						title: `Fix all ${formatNumber(fixable)}`,
						command: commands.fixAll,
						arguments: [document.uri],
					}),
				]
			: []),
		lens({ title: 'Report', command: commands.showReport, arguments: [document.uri] }),
	];
}

/** "1,204 students · 37 errors · 12 warnings". */
function stateOf({ students, tally: { counts } }: Checker): string {
	const problems = [
		...(counts.error > 0 ? [countOf(counts.error, 'error')] : []),
		...(counts.warning > 0 ? [countOf(counts.warning, 'warning')] : []),
	];
	return [countOf(students, 'student'), ...(problems.length > 0 ? problems : ['no errors'])].join(' · ');
}
