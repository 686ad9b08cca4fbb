import { basename, dirname, resolve } from 'node:path';
import type { ActiveRules } from '../check/activeRules';
import { compareRow, type ReferringRow, studentOf } from '../check/dataset/compareRow';
import { SharedCauses } from '../check/dataset/sharedCauses';
import type { BlockFinding } from '../check/finding';
import { RecordRow } from '../check/record/recordRow';
import { Fields } from '../csv/scan';
import { NO_KEY } from '../hash/textHash';
import type { Layout } from '../rules/layout';
import type { Settings } from '../settings';
import { referencedTable } from '../spec';
import { CannotCheck, withReason, withReasonAsync } from './cannotCheck';
import type { DiskStudents } from './diskStudents';
import type { FileBytes } from './fileBytes';
import type { RecordPlace, ReportFinding } from './listedFinding';
import { type PlacedRange, RangeReader } from './rangeReader';
import type { RegularFile } from './regularFile';
import { siblingPath, withStudentsOf } from './siblingStudents';
import { countedColumns, studentCountFindings } from './studentCounts';

/** A checked file whose rows may refer to students of a sibling file. */
export interface ReferringFile {
	readonly path: string;
	readonly bytes: FileBytes;
	readonly layout: Layout;
	readonly active: ActiveRules;
	/** Those of the district. */
	readonly settings: Settings;
	readonly ranges: readonly PlacedRange[];
	/** Undefined for a text in memory. */
	readonly source: RegularFile | undefined;
}

/** The result of a comparison besides its findings on rows. */
export interface Comparison {
	/** False where it should have been made and was not: there is no sibling, or none with IDs that can be read. */
	readonly isDone: boolean;
	/** The findings that many rows share, for the header. */
	readonly sharedFindings: readonly BlockFinding[];
}

/** The sibling failed after findings on rows were reported: these are to be dropped, and the rows compared with none. */
export class SiblingLost extends Error {}

/**
 * Compares the rows of a file with their students in its sibling. Does nothing if there is no sibling, as for a text
 * in memory. Throws
 * `SiblingLost`.
 *
 * @param options.onFailure called with a sentence for people where the sibling cannot be read.
 * @param options.checked files that were checked, by their absolute paths: a comparison with another version of one says
 * nothing about it.
 * @param options.failed why files could not be checked, by their absolute paths; they are not reported again. The sibling
 * is added where it fails.
 * @param options.jobs as in `partsOf`.
 */
export async function compareWithSibling(
	file: ReferringFile,
	options: {
		readonly onFailure: (message: string) => void;
		readonly failed: Map<string, CannotCheck['kind']>;
		readonly checked: ReadonlyMap<string, RegularFile>;
		readonly jobs?: number | undefined;
	},
	report: ReportFinding,
): Promise<Comparison> {
	const { path, layout, active, settings } = file;
	const siblingTable = referencedTable(layout.table);
	const compares = active.studentRules(layout).length > 0 || countedColumns(layout, active) !== undefined;
	if (!siblingTable || !compares) return { isDone: true, sharedFindings: [] };
	// A text in memory lies in no folder.
	if (layout.keyIndex < 0 || !file.source) return { isDone: false, sharedFindings: [] };
	let isDone = false;
	const causes = new SharedCauses();
	let counts: readonly BlockFinding[] = [];
	let hasReported = false;
	let isCompared = false;
	let siblingFile: string | undefined;
	const countAndReport: ReportFinding = (finding, place) => {
		hasReported = true;
		causes.count(finding, 1);
		report(finding, place);
	};
	try {
		const sibling = withReason(dirname(path), () => siblingPath(path, siblingTable));
		if (sibling === undefined || options.failed.has(resolve(sibling))) return { isDone, sharedFindings: [] };
		siblingFile = resolve(sibling);
		const checked = options.checked.get(siblingFile);
		checked?.assertAtPath();
		await withReasonAsync(sibling, () =>
			withStudentsOf(
				sibling,
				siblingTable,
				settings,
				(students, bytes) => {
					compareRows(file, students, bytes, countAndReport);
					counts = studentCountFindings(file, students);
					isCompared = true;
				},
				options.jobs,
			),
		);
		checked?.assertAtPath();
		isDone = isCompared;
	} catch (error) {
		if (!(error instanceof CannotCheck)) throw error;
		// The rows of both files are read: it may be this one that fails.
		file.source?.assertUnchanged();
		const reason = error.message.replace(/\.$/, '');
		options.onFailure(`${reason}. The IDs in ${basename(path)} were not compared with it.`);
		if (siblingFile !== undefined) options.failed.set(siblingFile, error.kind);
		if (hasReported) throw new SiblingLost();
		counts = [];
	}
	return { isDone, sharedFindings: [...causes.findings, ...counts] };
}

/**
 * Compares all rows. Rows with an unknown ID come last: what such an ID may mean takes another look at the whole
 * sibling file, which is done once for all of them.
 */
function compareRows(
	file: ReferringFile,
	students: DiskStudents,
	siblingBytes: FileBytes,
	report: ReportFinding,
): void {
	const { layout, active } = file;
	const rules = active.studentRules(layout);
	const unknownIds = new Set<string>();
	/** Rows with an unknown ID, by range. */
	const unknownRows = new Map<PlacedRange, Set<number>>();
	for (const range of file.ranges) {
		const unknownInRange = new Set<number>();
		eachRow(file, range, (referring, place, index) => {
			const rows = studentOf(students, referring);
			if (!rows) {
				unknownInRange.add(index);
				unknownIds.add(referring.id);
				return;
			}
			for (const finding of compareRow(students, rows, referring, rules, active)) report(finding, place);
		});
		if (unknownInRange.size > 0) unknownRows.set(range, unknownInRange);
	}
	if (unknownIds.size === 0) return;
	students.findAlternates(unknownIds, siblingBytes);
	for (const [range, indexes] of unknownRows) {
		eachRow(
			file,
			range,
			(referring, place) => {
				const findings = compareRow(students, undefined, referring, rules, active);
				for (const finding of findings) report(finding, place);
			},
			indexes,
		);
	}
}

/** Reads the rows of a range that have an ID; with `indexes`, only those among them. */
function eachRow(
	{ bytes, layout }: ReferringFile,
	range: PlacedRange,
	visit: (referring: ReferringRow, place: RecordPlace, index: number) => void,
	indexes?: ReadonlySet<number>,
): void {
	const row = new RecordRow(layout, new Fields());
	const reader = new RangeReader(bytes, range);
	range.keys.forEach((key, index) => {
		if (key === NO_KEY || indexes?.has(index) === false) return;
		const place = reader.place(index);
		const id = row.read(place.text, place.start).at(layout.keyIndex);
		const hasFault = (): boolean => range.keyFindings.has(index);
		visit({ id, row, record: range.firstRecord + index, hasFault }, place, index);
	});
}
