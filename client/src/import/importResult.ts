/** What an import has done, in words for the page. */

import type { ImportPlan, MappingUse } from '../../../server/src/protocol';
import type { Converted } from './importFiles';
import type { ImportResult } from './messages';

/** Problems that the page lists; all are counted. */
const MAX_PROBLEMS = 100;

/** The result of an import whose files are being checked; `placeForPeople` gives the place of a file for people. */
export function resultOf(
	{ open }: ImportPlan,
	{ files, report, replaced }: Converted,
	placeForPeople: (fileName: string) => string,
	mappingPlace: string | undefined,
): ImportResult {
	const { problems, notTaken, leftOut } = report;
	return {
		files: files.map(({ fileName, rows }) => ({ fileName, rows, place: placeForPeople(fileName) })),
		readiness: undefined,
		problems: { count: problems.length, first: problems.slice(0, MAX_PROBLEMS) },
		open: [...open.filter(({ value }) => value === null), ...report.open],
		notTaken,
		leftOut,
		missing: replaced?.missing ?? 0,
		mappingPlace,
	};
}

/** What the page says of the mapping files that were found; `saved` in milliseconds since 1970, by name. */
export function mappingNotes(
	mappings: readonly MappingUse[],
	saved: ReadonlyMap<string, number>,
): readonly string[] {
	return mappings.map(({ name, use, problems: [problem = ''] }) => {
		if (use === 'broken') return `${name} is not used. ${problem}`;
		if (use === 'other') return `${name} is not used: it is for an export with other columns.`;
		const time = saved.get(name);
		return time === undefined ? `${name} is used.` : `${name} from ${dateText(time)} is used.`;
	});
}

function dateText(time: number): string {
	return new Date(time).toLocaleDateString('en-US', { year: 'numeric', month: '2-digit', day: '2-digit' });
}
