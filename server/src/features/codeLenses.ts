import type { Checker } from '../check/live/checker';
import type { Readiness } from '../coverage/readinessTypes';
import { labelText } from '../safeText';
import { countOf, formatNumber, reviewText } from '../wording';
import type { ClientCommands } from './clientCommands';
import type { ShownLens } from './shownTypes';

/**
 * The lenses over the header: the number of students and the state of the folder, and for a client with our commands,
 * what to do next.
 *
 * @param readiness of the folder; undefined for a file that is not about students.
 */
export function codeLenses(
	checker: Checker,
	readiness: Readiness | undefined,
	commands: ClientCommands | undefined,
): ShownLens[] {
	const start = { line: 0, character: 0 };
	const lens = (command: ShownLens['command']): ShownLens => ({ range: { start, end: start }, command });
	const { tally, document, table } = checker;
	const state = lens({
		title: labelText(stateOf(checker, readiness)),
		command: commands?.showProblems ?? '',
	});
	if (!commands) return [state];
	const { fixable } = tally;
	return [
		state,
		...(fixable > 0
			? [
					lens({
						title: labelText(`Fix All ${formatNumber(fixable)}`),
						command: commands.fixAll,
						arguments: [document.uri],
					}),
				]
			: []),
		...(table.role
			? [lens({ title: labelText('Report'), command: commands.showReport, arguments: [document.uri] })]
			: []),
		...(commands.openAsTable
			? [
					lens({
						title: labelText('Open as Table'),
						command: commands.openAsTable,
						arguments: [document.uri],
					}),
				]
			: []),
	];
}

/** "1,204 students · 37 errors · 12 warnings". */
function stateOf({ students, table, tally: { counts } }: Checker, readiness: Readiness | undefined): string {
	const problems =
		counts.error > 0 || !readiness
			? [
					counts.error > 0 ? countOf(counts.error, 'error') : 'no errors',
					...(counts.warning > 0 ? [countOf(counts.warning, 'warning')] : []),
				]
			: [verdict(readiness)];
	return [countOf(students, table.subject), ...problems].join(' · ');
}

/** The state of the folder of a file without errors. */
function verdict(readiness: Readiness): string {
	const { state, reasons } = readiness;
	if (state === 'ready') return 'ready to upload';
	const [error] = reasons.filter(({ id }) => id === 'errors');
	return error ? error.message.replace(/\.$/, '') : reviewText(reasons);
}
