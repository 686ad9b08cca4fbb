import { basename, dirname, resolve } from 'node:path';
import { rowStudentCounts } from '../../coverage/rowStudentCounts';
import { savedReportOf } from '../../coverage/suppression/savedReport';
import { CannotCheck, withReason } from '../../disk/cannotCheck';
import type { FileReport } from '../../disk/fileCheck';
import { type DiskText, openForCheck, textInMemory } from '../../disk/openFile';
import { pathInFolder } from '../../disk/siblingStudents';
import type { Settings } from '../../settings';
import { studentTables, type Table } from '../../spec';
import { formatNumber } from '../../wording';
import { mostTextBytes } from '../fix/textFile';
import type { CheckResult, SavedFolder } from '../formats/format';
import { type CountedDistrict, countedDistrict, type DistrictText, schoolNamesIn } from './countedDistrict';
import type { FolderReport } from './folderReadiness';
import type { SettingsFinder } from './foundSettings';

const MEGABYTE = 1024 * 1024;

/** A file of a folder, and what was found in it; undefined where it was not asked for. */
interface StudentFile {
	readonly path: string;
	readonly table: Table;
	readonly report: FileReport | undefined;
}

/**
 * The saved coverage reports of the folders with checked files, as the editor makes them. The files are read into the
 * memory for this; where they do not fit in, or are not what was checked any more, the counts of rows are taken.
 *
 * @param most how many bytes the files of a folder may have.
 */
export function savedFolders(
	{ reports, folders }: CheckResult,
	finder: Pick<SettingsFinder, 'ofFolder'>,
	most = mostTextBytes(),
): readonly SavedFolder[] {
	return folders.map((folder): SavedFolder => {
		const { settings } = finder.ofFolder(folder.path);
		const checked = reports.filter(({ path }) => resolve(dirname(path)) === resolve(folder.path));
		const { report, lacking } = savedReportFor(folder, checked, settings, most);
		return { path: folder.path, isFolder: true, report, lacking };
	});
}

/** The saved coverage report of a text that lies in no folder: nothing is said of an upload. */
export function savedInput(
	name: string,
	bytes: Uint8Array,
	{ reports }: CheckResult,
	finder: Pick<SettingsFinder, 'ofFolder'>,
): readonly SavedFolder[] {
	const { settings } = finder.ofFolder('.');
	const [table] = studentTables.filter(({ fileName }) => reports.some((report) => report.table === fileName));
	if (!table) return [];
	const { report, lacking } = orOfRows(
		reports,
		settings,
		{ state: 'ready', summary: '', reasons: [] },
		() => {
			assertFits(bytes.length, mostTextBytes());
			return countedDistrict([textOf(name, textInMemory(bytes, name), table)], settings);
		},
	);
	return [{ path: name, isFolder: false, report: { ...report, readiness: undefined }, lacking }];
}

function savedReportFor(
	{ path: folder, readiness }: FolderReport,
	checked: readonly FileReport[],
	settings: Settings,
	most: number,
): Pick<SavedFolder, 'report' | 'lacking'> {
	return orOfRows(checked, settings, readiness, () => {
		const files = studentTables.flatMap((table) => studentFile(table, folder, checked));
		const texts = textsOf(files, most);
		const district = countedDistrict(texts, settings, schoolNamesIn(folder));
		const changed = files.find(({ path, report }) => report && report.records !== district.records.get(path));
		if (changed) throw new CannotCheck(`${changed.path} changed after it was checked`);
		return district;
	});
}

/** The saved report from `count`, or where that cannot be done, from the counts of rows. */
function orOfRows(
	checked: readonly FileReport[],
	settings: Settings,
	readiness: FolderReport['readiness'],
	count: () => CountedDistrict,
): Pick<SavedFolder, 'report' | 'lacking'> {
	const { smallCounts } = settings;
	try {
		const { counts, fileNames, texts } = count();
		return { report: savedReportOf(counts, fileNames, readiness, smallCounts, texts) };
	} catch (error) {
		if (!(error instanceof CannotCheck)) throw error;
		const files = checked.flatMap(({ facts, rowsWithId }) => (facts ? [{ facts, rowsWithId }] : []));
		const names = files.map(({ facts }) => facts.fileName);
		const lacking = `Schools, and categories of a file in which students have several rows or a row is of no student, are not counted here: ${error.message}.`;
		return {
			report: savedReportOf(rowStudentCounts(files), names, readiness, smallCounts),
			lacking,
		};
	}
}

/** The file of a table in a folder: of two that were checked, the one with the right name counts. */
function studentFile(table: Table, folder: string, checked: readonly FileReport[]): readonly StudentFile[] {
	const ofTable = checked.filter((report) => report.table === table.fileName);
	const report = ofTable.find(({ path }) => basename(path) === table.fileName) ?? ofTable[0];
	const path = report?.path ?? withReason(folder, () => pathInFolder(folder, table));
	return path === undefined ? [] : [{ path, table, report }];
}

function textsOf(files: readonly StudentFile[], most: number): readonly DistrictText[] {
	let size = 0;
	return files.map(({ path, table }) => {
		const { source, ...text } = openForCheck(path);
		try {
			size += text.bytes.size;
			assertFits(size, most);
			const read = withReason(path, () => textOf(path, text, table));
			source.assertUnchanged();
			return read;
		} finally {
			source.close();
		}
	});
}

function textOf(path: string, { bytes, start, byteOrderMark, names }: DiskText, table: Table): DistrictText {
	if (names) throw new CannotCheck(`${path} is saved as UTF-16`);
	const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
	return { path, table, byteOrderMark, text: decoder.decode(bytes.read(start, bytes.size)) };
}

function assertFits(size: number, most: number): void {
	if (size > most) {
		throw new CannotCheck(
			`the files have more than ${formatNumber(Math.floor(most / MEGABYTE))} MB, too much to be read at once`,
		);
	}
}
