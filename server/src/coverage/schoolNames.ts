import { isBlankRecord } from '../csv/blankRecord';
import { detached } from '../csv/detachedText';
import type { CsvDocument } from '../csv/document';
import { valueIn } from '../csv/quote';
import { FAULTY, Fields } from '../csv/scan';
import { headerKey } from '../spec/exportHeaders';
import { schoolsFile } from '../spec/schoolsFile';

/** The names of a district's schools, as schools.csv has them. */
export interface SchoolNames {
	/** By School_id, exactly as the file has it; only IDs that are in one row. */
	readonly byId: ReadonlyMap<string, string>;
	/** Whether each row can be read and is about a school of its own: a file with a row for each student is not. */
	readonly isSound: boolean;
}

/** No names. */
export const NO_NAMES: SchoolNames = { byId: new Map(), isSound: false };

/** In UTF-16 units: many times the file of the largest district. A larger file holds something else. */
const MAX_LENGTH = 4 * 1024 * 1024;
/** Longer names are no names, in UTF-16 units. */
const MAX_NAME = 500;
/** What a file in another encoding has in place of letters, and characters that no name has. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for.
const NOT_IN_NAMES = /[\u0000-\u001f\u007f-\u009f]/;
const UNREADABLE = '\ufffd';

/** Reads the names of schools, and yields after each block. Where the file is not one of schools there are none. */
export function* readSchoolNames(document: CsvDocument): Generator<void, SchoolNames> {
	if (document.length > MAX_LENGTH) return NO_NAMES;
	const names = new Map<string, string>();
	const repeated = new Set<string>();
	const fields = new Fields();
	let columns: { readonly id: number; readonly name: number; readonly count: number } | undefined;
	let isSound = true;
	for (let at = 0; at < document.blocks.length || document.readMore(); at++) {
		const block = document.blocks[at];
		if (!block) break;
		const { text, starts } = block;
		if (text.includes(UNREADABLE)) return NO_NAMES;
		for (let index = 0; index < starts.length; index++) {
			block.readRecord(index, fields);
			if (!columns) {
				const headers = Array.from({ length: fields.count }, (_, column) =>
					headerKey(valueIn(text, fields, column)),
				);
				const id = onlyIndexOf(headers, schoolsFile.idColumn);
				const name = onlyIndexOf(headers, schoolsFile.nameColumn);
				if (id === undefined || name === undefined) return NO_NAMES;
				columns = { id, name, count: headers.length };
				continue;
			}
			if (isBlankRecord({ text, start: starts[index] as number, fields })) continue;
			if (fields.count !== columns.count || (fields.allFlags & FAULTY) !== 0) {
				isSound = false;
				continue;
			}
			const id = valueIn(text, fields, columns.id);
			if (id === '' || names.has(id)) {
				isSound = false;
				repeated.add(id);
			} else names.set(detached(id), detached(valueIn(text, fields, columns.name)).trim());
		}
		yield;
	}
	const byId = [...names].filter(([id, name]) => !repeated.has(id) && isName(name));
	return { byId: new Map(byId), isSound };
}

function isName(name: string): boolean {
	return name !== '' && name.length <= MAX_NAME && !NOT_IN_NAMES.test(name);
}

/** Where a column is; undefined if it is missing, or there twice. */
function onlyIndexOf(headers: readonly string[], column: string): number | undefined {
	const index = headers.indexOf(headerKey(column));
	return index >= 0 && index === headers.lastIndexOf(headerKey(column)) ? index : undefined;
}
