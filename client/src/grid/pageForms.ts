/** The form of the page's messages, so that none can do anything but what its method says. */

import type { GridAction } from '../../../server/src/protocol';
import type { GridFromPage, PageRequests } from './messages';

/** Whether a value has the form that its answer takes for granted. */
type Form = (value: unknown) => boolean;

const anything: Form = () => true;
const string: Form = (value) => typeof value === 'string';
const boolean: Form = (value) => typeof value === 'boolean';
/** A row, a column or a count. */
const index: Form = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
/** A row, or -1 for the one before the first. */
const indexOrNone: Form = (value) => value === -1 || index(value);

function listOf(form: Form): Form {
	return (value) => Array.isArray(value) && value.every(form);
}

function optional(form: Form): Form {
	return (value) => value === undefined || value === null || form(value);
}

function record(members: Readonly<Record<string, Form>>): Form {
	const entries = Object.entries(members);
	return (value) => isRecord(value) && entries.every(([name, form]) => form(value[name]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const cell = { record: index, column: index };
const place = record(cell);
const ranges = listOf(record({ first: index, last: index, columns: listOf(index) }));
const filter = record({
	problems: optional(record({ rule: optional(string), column: optional(index) })),
	values: optional(listOf(record({ column: index, values: listOf(string) }))),
	text: optional(string),
});
const view = record({ id: string, filter, sort: optional(record({ column: index, descending: boolean })) });

const actions: Readonly<Record<GridAction['type'], Form>> = {
	fill: record({ ranges, value: string }),
	fillDown: record({ ranges }),
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

function formOf(forms: Readonly<Record<string, Form>>, name: unknown): Form {
	return (typeof name === 'string' && Object.hasOwn(forms, name) && forms[name]) || (() => false);
}
