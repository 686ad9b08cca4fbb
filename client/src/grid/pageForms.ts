/** The form of the page's messages, so that none can do anything but what its method says. */

import {
	anything,
	boolean,
	type Form,
	formOf,
	index,
	isRecord,
	listOf,
	optional,
	record,
	string,
} from '../../../server/src/messageForms';
import type { GridAction } from '../../../server/src/protocol';
import type { GridFromPage, PageRequests } from './messages';

const cell = { record: index, column: index };
const place = record(cell);
const ranges = listOf(record({ first: index, last: index, columns: listOf(index) }));
const changedFrom = record({ column: index, from: string });
const changed: Form = (value) => boolean(value) || changedFrom(value);
const filter = record({
	problems: optional(record({ rule: optional(string), column: optional(index) })),
	values: optional(listOf(record({ column: index, values: listOf(string) }))),
	text: optional(string),
	changed: optional(changed),
});
const view = record({ id: string, filter, sort: optional(record({ column: index, descending: boolean })) });

/** A row, or -1 for the one before the first. */
const indexOrNone: Form = (value) => value === -1 || index(value);

const actions: Readonly<Record<GridAction['type'], Form>> = {
	fill: record({ ranges, value: string }),
	fillDown: record({ ranges }),
	restore: record({ ...cell, all: boolean }),
	paste: record({ byId: boolean, text: string, row: index, columns: listOf(index), selected: ranges }),
	insertRows: record({ record: index, count: index, below: boolean }),
	deleteRows: record({ ranges }),
};
const action: Form = (value) => isRecord(value) && formOf(actions, value.type)(value);

const edit = record({ view, action, order: index });

const requests: Readonly<Record<keyof PageRequests, Form>> = {
	begin: anything,
	keep: anything,
	layout: anything,
	rows: record({ view, first: index, count: index, columns: listOf(index) }),
	cell: place,
	codes: record({ column: index }),
	values: record({ column: index }),
	find: record({ view, record: index }),
	nextProblem: record({ view, row: indexOrNone, column: index, backward: boolean }),
	marks: record({ view, parts: index }),
	edit,
	draft: optional(edit),
	copy: record({ view, ranges, write: boolean }),
	clipboard: anything,
	actions: place,
	act: record({ index }),
	fill: record({ column: optional(index) }),
	save: anything,
	openText: place,
	// `rememberArrangement` takes it apart.
	arrange: anything,
	active: record({ place: optional(place), cells: index }),
};

/** Whether a message of the page is a request in the form that its answer relies on. */
export function isPageRequest(message: unknown): message is GridFromPage {
	return isRecord(message) && index(message.id) && formOf(requests, message.method)(message.params);
}
