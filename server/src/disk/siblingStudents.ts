import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ActiveRules } from '../check/activeRules';
import { structureRulesOnly } from '../check/ruleSubsets';
import { Layout } from '../rules/layout';
import type { Settings } from '../settings';
import { isExtension, type Table, tableByFileName, tables } from '../spec';
import { type CheckJob, partsOf, RangeSource } from './checkJob';
import { FileStudents, type KeptRange } from './diskStudents';
import type { FileBytes } from './fileBytes';
import { openText } from './openFile';
import { readHeader } from './readHeader';
import { checkRanges } from './workerPool';

/** The file of a table beside another, in whatever case; undefined where there is none. */
export function pathBeside(path: string, fileName: string): string | undefined {
	const folder = dirname(path);
	const names = readdirSync(folder).filter((name) => tableByFileName(name)?.fileName === fileName);
	const name = names.find((one) => one === fileName) ?? names.sort()[0];
	return name === undefined || name === basename(path) ? undefined : join(folder, name);
}

/** Opens a file and hands on its students and its bytes; nothing where it names no students. */
export async function withStudentsOf(
	path: string,
	fileName: string,
	settings: Settings,
	run: (students: FileStudents, bytes: FileBytes) => void,
): Promise<void> {
	const { bytes, start } = openText(path);
	try {
		const header = readHeader(bytes, start);
		const table = tables.find((one) => one.fileName === fileName) as Table;
		const layout = new Layout(table, header.values);
		if (layout.keyIndex < 0) return;
		const kept = comparedColumns(layout);
		const first = { table: fileName, headers: header.values, start: header.end, most: 0, kept };
		const structure = structureRulesOnly(settings);
		const job: CheckJob = { path, settings: structure, ...partsOf(bytes, header.end), ...first };
		const ranges: KeptRange[] = [];
		let firstRecord = 1;
		let firstLine = header.lines;
		for await (const range of checkRanges(job, new RangeSource(job, bytes, new ActiveRules(structure)))) {
			if (range.kept) ranges.push({ ...range, kept: range.kept, listed: [], firstRecord, firstLine });
			firstRecord += range.records;
			firstLine += range.lines;
		}
		run(new FileStudents(layout, ranges, kept), bytes);
	} finally {
		bytes.close();
	}
}

/** The columns of which the two files may say different things: those of codes, and whatever the other may hold. */
function comparedColumns({ columns }: Layout): readonly number[] {
	return columns
		.filter(({ header, element }) => element?.optionSet !== undefined || isExtension(header))
		.map(({ index }) => index);
}
