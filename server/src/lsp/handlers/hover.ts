import type { CancellationToken, Position } from 'vscode-languageserver';
import type { Checker } from '../../check/live/checker';
import { columnCoverage } from '../../coverage/columnCoverage';
import { countStudents } from '../../coverage/counting/count';
import * as features from '../../features';
import type { MarkdownText } from '../../safeText';
import { inSlices } from '../../work/slices';
import { contentModified } from '../requestErrors';
import { hoverIn } from '../shownForms';
import { bothFiles } from '../staleness';
import { answer, type HandlerContext } from './context';

/** Answers hovers: on a header the column and how full it is, on an ID the student, on another value its meaning. */
export function registerHover(context: HandlerContext): void {
	const { connection, client } = context;
	connection.onHover(({ textDocument, position }, token) =>
		answer(context, textDocument.uri, token, null, async (checker) => {
			const details =
				(await studentDetails(context, checker, position, token)) ||
				(await columnDetails(context, checker, position, token));
			return hoverIn(client.hoverFormat, features.hover(checker, position, details));
		}),
	);
}

/** The student whose ID is at a position, as Markdown; undefined if there is no ID. */
async function studentDetails(
	{ checkers }: HandlerContext,
	checker: Checker,
	position: Position,
	token: CancellationToken,
): Promise<MarkdownText | undefined> {
	if (!features.idAt(checker, position)) return undefined;
	const { sibling } = await bothFiles(checkers, checker, token);
	return features.studentHover(checker, sibling, position);
}

/** How full the column is whose header cell is at a position, as Markdown; undefined elsewhere. */
async function columnDetails(
	{ checkers }: HandlerContext,
	checker: Checker,
	position: Position,
	token: CancellationToken,
): Promise<MarkdownText | undefined> {
	const column = features.columnOfCodesAt(checker, position);
	if (column === undefined) return undefined;
	const { sibling, isStale } = await bothFiles(checkers, checker, token);
	const counts = await inSlices(countStudents(features.pairOf(checker, sibling)), isStale);
	if (!counts) throw contentModified();
	const coverage = columnCoverage(counts, column);
	return coverage ? features.columnHover(coverage) : undefined;
}
