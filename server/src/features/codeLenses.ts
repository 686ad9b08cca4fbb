import type { Checker } from '../check/live/checker';
import type { Readiness } from '../coverage/readinessTypes';
import { labelText } from '../safeText';
import { countOf, formatNumber, reviewText } from '../wording';
import type { ShownLens } from './shownTypes';

/** The commands that lenses run: of the client or of the server. The argument of each is the URI of the file. */
export interface LensCommands {
	/** What the first lens runs, which says how many students and problems there are. */
	readonly showState: string;
	readonly fixAll?: string | undefined;
	readonly showReport?: string | undefined;
	readonly openAsTable?: string | undefined;
}

/**
 * The lenses over the header: the number of students and the state of the folder, and what to do next where there is a
 * command for it.
 *
 * @param readiness of the folder; undefined for a file that is not about students.
 */
export function codeLenses(
	checker: Checker,
	readiness: Readiness | undefined,
	{ showState, fixAll, showReport, openAsTable }: LensCommands,
): ShownLens[] {
	const start = { line: 0, character: 0 };
	const { tally, document, table } = checker;
	const lens = (title: string, command: string | undefined): ShownLens[] =>
		command === undefined
			? []
			: [
					{
						range: { start, end: start },
						command: { title: labelText(title), command, arguments: [document.uri] },
					},
				];
	return [
		...lens(fileStateText(checker, readiness), showState),
		...(tally.fixable > 0 ? lens(`Fix All ${formatNumber(tally.fixable)}`, fixAll) : []),
		...(table.role ? lens('Report', showReport) : []),
		...lens('Open as Table', openAsTable),
	];
}

/** The students and problems of a file, or the state of its folder: "1,204 students · 37 errors · 12 warnings". */
export function fileStateText(
	{ students, table, tally: { counts } }: Checker,
	readiness: Readiness | undefined,
): string {
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
