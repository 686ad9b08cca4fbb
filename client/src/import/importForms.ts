/** The form of the messages of the import's page, so that none can do anything but what its method says. */

import {
	anything,
	type Form,
	formOf,
	index,
	isRecord,
	listOf,
	optional,
	record,
	recordOf,
	string,
} from '../../../server/src/messageForms';
import type { ImportDecision, ImportFromPage, ImportRequests } from './messages';

const names: Form = (value) => string(value) || listOf(string)(value);

const format = record({
	encoding: optional(string),
	delimiter: optional(string),
	header: (value) => value === undefined || typeof value === 'boolean',
	headerRow: optional(index),
	sheet: optional(string),
});

const decisions: Readonly<Record<ImportDecision['kind'], Form>> = {
	column: record({ element: string, from: optional(names) }),
	code: record({ element: string, value: string, code: optional(string) }),
	codes: record({ element: string, codes: recordOf(optional(string)) }),
	belongsIn: record({
		element: string,
		value: string,
		to: string,
		from: listOf(string),
		toFrom: listOf(string),
	}),
	blank: record({ element: string, code: optional(string) }),
	codeTable: record({ element: string, table: optional(string) }),
	flags: record({ element: string, flags: optional(recordOf(string)) }),
	system: record({ system: optional(string) }),
	format: record({ format }),
	startOver: anything,
};
const decision: Form = (value) => isRecord(value) && formOf(decisions, value.kind)(value);

const requests: Readonly<Record<keyof ImportRequests, Form>> = {
	begin: anything,
	decide: record({ change: decision, label: string }),
	import: anything,
	readAgain: anything,
	saveMappingAs: anything,
	chooseFolder: anything,
	openFile: record({ fileName: string }),
	showProblems: anything,
};

/** Whether a message of the import's page is a request in the form that its answer relies on. */
export function isImportRequest(message: unknown): message is ImportFromPage {
	return isRecord(message) && index(message.id) && formOf(requests, message.method)(message.params);
}
