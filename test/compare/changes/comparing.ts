import type { DistrictChanges } from '../../../server/src/compare/changes/changesTypes';
import { type ComparedFile, missingIdProblem } from '../../../server/src/compare/changes/comparedFile';
import { districtChanges } from '../../../server/src/compare/changes/districtChanges';
import { documentFile } from '../../../server/src/compare/changes/documentFile';
import { readSide } from '../../../server/src/compare/changes/readSide';
import { CsvDocument } from '../../../server/src/csv/document';
import { FileBytes } from '../../../server/src/disk/fileBytes';
import { readHeader } from '../../../server/src/disk/readHeader';
import { recordPieces } from '../../../server/src/disk/recordPieces';
import { Layout } from '../../../server/src/rules/layout';
import { defaultSettings, type Settings } from '../../../server/src/settings';
import { students, studentsExt, type Table } from '../../../server/src/spec';
import { runToEnd } from '../../../server/src/work/runToEnd';
import type { SideTexts } from './plainModel';

/** How a text becomes a file of a side. */
export type ReadText = (text: string, table: Table) => ComparedFile;

/** As an open document, in small blocks. */
export const asDocument: ReadText = (text, table) =>
	documentFile(new CsvDocument('file:///a.csv', '', 1, text, { blockSize: 200 }), table);

/** As a file on the disk, in small pieces. */
export const asBytes: ReadText = (text, table) => {
	const bytes = FileBytes.of(text, { piece: 100, range: 1000 });
	const header = readHeader(bytes, text.startsWith('\ufeff') ? 3 : 0);
	return {
		layout: new Layout(table, header.values),
		pieces: () => recordPieces(bytes, header.end),
	};
};

/** Compares the files of two sides. */
export function compareTexts(
	old: SideTexts,
	now: SideTexts,
	read: ReadText = asDocument,
	settings: Settings = defaultSettings,
): DistrictChanges {
	const [before, after] = [old, now].map(({ roster, extension }) => {
		const files = {
			roster: roster === undefined ? undefined : read(roster, students),
			extension: extension === undefined ? undefined : read(extension, studentsExt),
		};
		for (const file of [files.roster, files.extension]) {
			const problem = file && missingIdProblem(file.layout);
			if (problem !== undefined) throw new Error(problem);
		}
		return runToEnd(readSide(files, settings));
	});
	if (!before || !after) throw new Error('two sides');
	return runToEnd(districtChanges(before, after, settings));
}
