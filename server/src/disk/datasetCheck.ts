import { basename, dirname, resolve } from 'node:path';
import type { ActiveRules } from '../check/activeRules';
import { compareRow, type Referring, studentOf } from '../check/dataset/compareRow';
import { SharedCauses } from '../check/dataset/sharedCauses';
import type { BlockFinding, Finding } from '../check/finding';
import { RecordRow } from '../check/record/recordRow';
import { Fields } from '../csv/scan';
import { NO_KEY } from '../hash/textHash';
import type { Layout } from '../rules/layout';
import type { Settings } from '../settings';
import { CannotCheck, withReason, withReasonAsync } from './cannotCheck';
import type { FileStudents } from './diskStudents';
import type { FileBytes } from './fileBytes';
import type { RecordPlace } from './listedFinding';
import { type PlacedRange, RangeReader } from './rangeReader';
import { pathBeside, withStudentsOf } from './siblingStudents';

/** A file of which every row refers to a student. */
export interface ReferringFile {
	readonly path: string;
	readonly bytes: FileBytes;
	readonly layout: Layout;
	readonly active: ActiveRules;
	/** Those of the district. */
	readonly settings: Settings;
	readonly ranges: readonly PlacedRange[];
}

type Found = (finding: Finding, place: RecordPlace) => void;

/**
 * Compares the rows of a file with their students in the file beside it, and returns what many have in common. A file
 * beside it that cannot be read is complained of, unless that was said already; one that is not there is nothing to
 * report.
 *
 * @param failed absolute paths of files that could not be checked.
 */
export async function compareWithBeside(
	file: ReferringFile,
	{
		complain,
		failed,
	}: { readonly complain: (message: string) => void; readonly failed: ReadonlySet<string> },
	found: Found,
): Promise<readonly BlockFinding[]> {
	const { path, layout, active, settings } = file;
	const fileName = layout.table.foreignKey?.fileName;
	if (fileName === undefined || layout.keyIndex < 0 || active.student(layout).length === 0) return [];
	const causes = new SharedCauses();
	const counted: Found = (finding, place) => {
		causes.count(finding, 1);
		found(finding, place);
	};
	try {
		const beside = withReason(dirname(path), () => pathBeside(path, fileName));
		if (beside === undefined || failed.has(resolve(beside))) return [];
		await withReasonAsync(beside, () =>
			withStudentsOf(beside, fileName, settings, (students, bytes) =>
				compare(file, students, bytes, counted),
			),
		);
	} catch (error) {
		if (!(error instanceof CannotCheck)) throw error;
		complain(`${error.message}; so the ids of ${basename(path)} were not compared with it`);
	}
	return causes.common;
}

/** Whom an id may mean that is nobody's takes a look at the whole other file: those rows are compared last. */
function compare(file: ReferringFile, students: FileStudents, bytes: FileBytes, found: Found): void {
	const { layout, active } = file;
	const rules = active.student(layout);
	const unknown = new Map<PlacedRange, Set<number>>();
	const ids = new Set<string>();
	for (const range of file.ranges) {
		const nobodys = new Set<number>();
		eachRow(file, range, (referring, place, index) => {
			const rows = studentOf(students, referring);
			if (!rows) {
				nobodys.add(index);
				ids.add(referring.id);
				return;
			}
			for (const finding of compareRow(students, rows, referring, rules, active)) found(finding, place);
		});
		if (nobodys.size > 0) unknown.set(range, nobodys);
	}
	if (ids.size === 0) return;
	students.learn(ids, bytes);
	for (const [range, indexes] of unknown) {
		eachRow(
			file,
			range,
			(referring, place) => {
				for (const finding of compareRow(students, undefined, referring, rules, active))
					found(finding, place);
			},
			indexes,
		);
	}
}

/** Reads the rows that have an id: all of a range, or some of them by their index. */
function eachRow(
	{ bytes, layout }: ReferringFile,
	range: PlacedRange,
	visit: (referring: Referring, place: RecordPlace, index: number) => void,
	some?: ReadonlySet<number>,
): void {
	const row = new RecordRow(layout, new Fields());
	const reader = new RangeReader(bytes, range);
	range.keys.forEach((key, index) => {
		if (key === NO_KEY || some?.has(index) === false) return;
		const place = reader.place(index);
		const id = row.read(place.text, place.start).at(layout.keyIndex);
		visit(
			{ id, row, record: range.firstRecord + index, hasFault: () => range.keyFaults.has(index) },
			place,
			index,
		);
	});
}
