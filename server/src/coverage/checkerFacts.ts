import type { FileFacts } from '../check/fileFacts';
import { findingFacts, lookalikeFacts } from '../check/findingFacts';
import type { Checker } from '../check/live/checker';
import { checkLineBreaks } from '../check/record/headerCheck';

/** What only the editor knows of a file. */
export type EditorState = Pick<FileFacts, 'encoding' | 'isDirty'>;

/** The facts of a file that the server has checked to its end; undefined for one that is not about students. */
export function checkerFacts(
	checker: Checker,
	{ encoding, isDirty }: EditorState = { isDirty: false },
): FileFacts | undefined {
	const { active, file, layout, roster, table, tally } = checker;
	if (!table.role) return undefined;
	// An open document has no findings on its line breaks: they are not in the text that the editor shows.
	const ofLineBreaks =
		file.lineBreaks || !checker.isReadable
			? []
			: checkLineBreaks(layout, active, checker.document.recordEnds).map((finding) => ({
					...finding,
					count: 1,
				}));
	return {
		fileName: table.fileName,
		role: table.role,
		name: file.name,
		isReadable: checker.isReadable,
		records: checker.records,
		students: checker.students,
		unread: checker.unread,
		findings: findingFacts([...tally.groups, ...ofLineBreaks], layout),
		columns: checker.columnFacts,
		lookalikes: lookalikeFacts(layout),
		isCompared:
			active.studentRules(layout).length === 0 || (layout.keyIndex >= 0 && roster?.isUsable === true),
		encoding,
		isDirty,
	};
}
