import { fromBase64 } from '@exodus/bytes/base64.js';
import { delimiters, encodings } from '../../convert/read/exportFormat';
import {
	boolean,
	either,
	type Form,
	index,
	isNull,
	listOf,
	record,
	recordOf,
	string,
} from '../../messageForms';
import { orMissing } from './forms';

/** Bytes in base64. Only the end is decoded, since the bytes of a large file are decoded once, where they are read. */
export const base64Form: Form = (value) =>
	typeof value === 'string' &&
	!/[^A-Za-z0-9+/=]|=[^=]|===/.test(value) &&
	canEnd(value.slice(-(value.length % 4 || 4)));

function canEnd(group: string): boolean {
	try {
		fromBase64(group);
		return true;
	} catch {
		return false;
	}
}

/** One of the names of a table. */
const nameIn =
	(table: object): Form =>
	(value) =>
		typeof value === 'string' && Object.hasOwn(table, value);
const stringOrNull = either(string, isNull);

const ofFormat = {
	encoding: orMissing(nameIn(encodings)),
	delimiter: orMissing(nameIn(delimiters)),
	header: orMissing(boolean),
	headerRow: orMissing(index),
	sheet: orMissing(string),
};
/** How an export is to be read. */
export const exportFormatForm: Form = record(ofFormat);

/** What a person decided about an import. */
export const mappingForm: Form = record({
	...ofFormat,
	system: orMissing(string),
	columns: orMissing(recordOf(either(stringOrNull, listOf(string)))),
	flags: orMissing(recordOf(recordOf(string))),
	codeTables: orMissing(recordOf(string)),
	codes: orMissing(recordOf(recordOf(stringOrNull))),
	files: orMissing(listOf(string)),
	exportColumns: orMissing(listOf(string)),
});

const message = orMissing(stringOrNull);
/** What a person has said about the columns of an error report. */
export const returnedColumnsForm: Form = record({
	id: orMissing(string),
	message,
	field: message,
});

const fillColumn = { column: string, file: orMissing(string) };
/** A rule to fill by. */
export const fillRuleForm: Form = record({
	when: record({ ...fillColumn, is: orMissing(listOf(string)) }),
	set: record({ ...fillColumn, code: string }),
	else: orMissing(string),
	onlyWhereEmpty: boolean,
});

/** Which column of a list fills which of ours. */
export const listTargetForm: Form = record({
	...fillColumn,
	from: index,
	codes: orMissing(recordOf(stringOrNull)),
});
/** How a person wants to fill from a list. */
export const listChoiceForm: Form = record({
	ids: record({ column: index, key: string }),
	mindZeros: boolean,
	targets: listOf(listTargetForm),
	onlyWhereEmpty: boolean,
});

const pair = record({ ours: string, theirs: string });
const category = { element: string, outcome: string, pair: orMissing(pair) };
/** Which students of a download are meant. */
export const arrivedGroupForm: Form = either(
	record({ kind: (value) => value === 'notThere' || value === 'unknown' }),
	record({ ...category, kind: (value) => value === 'category' }),
);
