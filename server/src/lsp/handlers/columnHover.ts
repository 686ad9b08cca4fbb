import type { CancellationToken, Position } from 'vscode-languageserver';
import type { Checker } from '../../check/live/checker';
import * as service from '../../features';
import { inSlices } from '../../work/slices';
import { bothFiles, type StudentHost } from './students';

/** How full the column is whose header cell stands at a position, as Markdown; empty where none does. */
export async function coverageAt(
	host: StudentHost,
	checker: Checker,
	position: Position,
	token: CancellationToken,
): Promise<string> {
	const column = service.codedHeaderAt(checker, position);
	if (column === undefined) return '';
	const { other, isStale } = await bothFiles(host, checker, token);
	const counts = await inSlices(service.countStudents(service.pairOf(checker, other)), isStale);
	const coverage = counts && service.columnCoverage(counts, column);
	return coverage ? service.columnHover(coverage) : '';
}
