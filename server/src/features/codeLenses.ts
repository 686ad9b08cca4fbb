import type { CodeLens, Command } from 'vscode-languageserver-types';
import type { Checker } from '../check/live/checker';
import { amount, amountOf } from '../wording';
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
						title: `Fix all ${amount(fixable)}`,
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
		...(counts.error > 0 ? [amountOf(counts.error, 'error')] : []),
		...(counts.warning > 0 ? [amountOf(counts.warning, 'warning')] : []),
	];
	return [amountOf(students, 'student'), ...(problems.length > 0 ? problems : ['no errors'])].join(' · ');
}
