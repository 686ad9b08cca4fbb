import { basename } from 'node:path';
import { ActiveRules } from '../../check/activeRules';
import { districtTables } from '../../check/districtTables';
import { Checker } from '../../check/live/checker';
import { structureRulesOnly } from '../../check/ruleSubsets';
import { countStudents } from '../../coverage/counting/count';
import type { StudentCounts } from '../../coverage/counting/counts';
import { NO_NAMES, readSchoolNames, type SchoolNames } from '../../coverage/schoolNames';
import type { SchoolTexts } from '../../coverage/suppression/savedSchools';
import { schoolTexts, studentTexts } from '../../coverage/suppression/studentTexts';
import { CsvDocument } from '../../csv/document';
import { CannotCheck } from '../../disk/cannotCheck';
import { openForCheck } from '../../disk/openFile';
import { pathInFolder } from '../../disk/siblingStudents';
import type { Settings } from '../../settings';
import type { Table } from '../../spec';
import { schoolsFile } from '../../spec/schoolsFile';
import { runToEnd } from '../../work/runToEnd';

/** In bytes. Larger than any text that is read for the names of schools. */
const LARGEST_NAMES = 16 * 1024 * 1024;

/** A file of a district in memory. */
export interface DistrictText {
	readonly path: string;
	readonly table: Table;
	readonly byteOrderMark: boolean;
	readonly text: string;
}

/** A district, counted as the editor counts it. */
export interface CountedDistrict {
	readonly counts: StudentCounts;
	/** The exact names of the files. */
	readonly fileNames: readonly string[];
	/** Rows below the header, by path. */
	readonly records: ReadonlyMap<string, number>;
	readonly texts: SchoolTexts;
}

/** Counts the students of files in memory. Only the rules that tell which rows can be read are run. */
export function countedDistrict(
	files: readonly DistrictText[],
	settings: Settings,
	names: SchoolNames = NO_NAMES,
): CountedDistrict {
	const tables = districtTables(settings);
	const active = new ActiveRules(structureRulesOnly(settings));
	const checkers = files.map(({ path, table: { fileName, languageId }, byteOrderMark, text }) => {
		const document = new CsvDocument(path, languageId, 0, text);
		document.readAll();
		const table = tables.find((each) => each.fileName === fileName) as Table;
		const view = { name: basename(path), byteOrderMark, lineBreaks: document.recordEnds };
		return new Checker(document, table, active, view);
	});
	const pair = {
		roster: checkers.find(({ table }) => table.role === 'roster'),
		extension: checkers.find(({ table }) => table.role === 'extension'),
	};
	const counts = runToEnd(countStudents(pair));
	return {
		counts,
		fileNames: checkers.map(({ table }) => table.fileName),
		records: new Map(files.map(({ path }, at) => [path, (checkers[at] as Checker).records])),
		texts: { names, ofStudents: runToEnd(studentTexts(pair, schoolTexts(counts, names))) },
	};
}

/** The names of the schools in a folder; none where schools.csv is missing or cannot be read. */
export function schoolNamesIn(folder: string): SchoolNames {
	try {
		const path = pathInFolder(folder, schoolsFile);
		if (path === undefined) return NO_NAMES;
		const { source, bytes, start } = openForCheck(path);
		try {
			if (bytes.size > LARGEST_NAMES) return NO_NAMES;
			const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.read(start, bytes.size));
			return runToEnd(readSchoolNames(new CsvDocument(path, 'csv', 0, text)));
		} finally {
			source.close();
		}
	} catch (error) {
		if (error instanceof CannotCheck || (error as NodeJS.ErrnoException).code !== undefined) return NO_NAMES;
		throw error;
	}
}
