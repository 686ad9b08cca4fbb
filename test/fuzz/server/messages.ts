import * as lsp from 'vscode-languageserver';
import * as ours from '../../../server/src/protocol';
import type { Random } from '../../csv/random';

/** A mark that must never get into a log: it is in every text and every odd value. */
export const MARK = 'HUNTER2';

/** Something that a client sends. */
export type Sent =
	| {
			readonly kind: 'request';
			readonly method: string;
			readonly params?: unknown;
			readonly isCanceled: boolean;
	  }
	| { readonly kind: 'notification'; readonly method: string; readonly params?: unknown }
	| { readonly kind: 'bytes'; readonly bytes: string };

/** `exit` and `shutdown` end a server whatever they hold, as LSP wants it. */
const ENDS: readonly string[] = ['exit', 'shutdown'];

/** Every message of LSP from a client to a server, and every name of ours. */
const METHODS: readonly string[] = [
	...Object.values(lsp).flatMap((one: unknown) => {
		const { method, messageDirection } = (one ?? {}) as { method?: unknown; messageDirection?: unknown };
		return typeof method === 'string' && messageDirection !== 'serverToClient' ? [method] : [];
	}),
	...Object.values(ours)
		.map(String)
		.filter((one) => one.startsWith('cleverDemographics/')),
	'$/cancelRequest',
].filter((method) => !ENDS.includes(method));

/** Those that keep the texts of files, without which the others have nothing to answer from. */
const TEXT_METHODS = ['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didClose'];

const URIS = [
	'file:///district/students.csv',
	'file:///district/students_ext.csv',
	'untitled:Untitled-1',
	'file:///district/STUDENTS.csv',
	'vscode-vfs://github/students_ext.csv',
	'file:///nowhere/students.csv',
	'file://server/share/students_ext.csv',
	'file:///a%2Fb/students_ext.csv',
	'file:///a%00b/students_ext.csv',
	'file:students_ext.csv',
	'students_ext.csv',
	'file:',
	'vscode-vfs:',
	'',
	`file:///${'a'.repeat(5000)}/students_ext.csv`,
	'file:///dev/null/students_ext.csv',
	'file:///district/students_ext.csv?x#y',
];

const TEXTS = [
	`Student_id,School_id,Last_name,First_name,Gender,IEP_status\n1,5,${MARK},Ana,Female,Y\n2,5,"${MARK}\n,Bo,M,N\n`,
	`sis_id,ext.idea_indicator,ext.title_i\n1,Yes,${MARK}\n3,no,N/A\n`,
	`${MARK}`,
	'',
];

/** Takes the place of a part of sound parameters. */
const ODD: readonly unknown[] = [
	null,
	undefined,
	0,
	-1,
	1.5,
	1e308,
	2 ** 53,
	'',
	MARK,
	true,
	[],
	{},
	[null],
	[MARK],
	[[]],
	{ uri: MARK },
	{ uri: null },
	{ line: -1, character: 1e9 },
	{ start: null, end: MARK },
	{ toString: MARK, length: -1 },
	'file:///district',
	'1://[',
	'%',
];

/** Sound parameters for every method at once: each takes the members that it knows. */
function soundParams(random: Random): Record<string, unknown> {
	const position = { line: random.below(4), character: random.below(40) };
	const range = { start: position, end: { line: position.line, character: position.character + 3 } };
	const uri = random.pick(URIS);
	const file = { uri, version: 1 };
	const language = random.pick(['csv', 'clever-students', 'clever-students-ext']);
	return {
		textDocument: { ...file, languageId: language, text: random.pick(TEXTS) },
		contentChanges: [random.chance(0.5) ? { range, text: MARK } : { text: random.pick(TEXTS) }],
		...{ position, positions: [position], range, newName: MARK, query: MARK },
		...gridParams(random, range),
		context: { diagnostics: [], only: ['source.fixAll'], includeDeclaration: true, triggerKind: 1 },
		...{ previousResultId: '1', previousResultIds: [{ uri, value: '1' }], identifier: MARK },
		data: { uri, version: 1, range, only: ['quickfix'], id: 'fixAll' },
		...{ title: MARK, label: MARK, kind: 1, settings: { cleverDemographics: { rules: {} } } },
		changes: [{ uri, type: 2 }],
		event: { added: [{ uri, name: MARK }], removed: [{ uri, name: MARK }] },
		...{ uri, uris: [uri], isDirty: true, encoding: 'utf16le', value: 'verbose', token: 1, id: 1 },
		...{ roster: { uri: URIS[0], version: 1 }, extension: { uri: URIS[1], version: 1 }, file },
		...{ rows: [1], at: position, column: random.pick<unknown>([1, 'Gender']), by: MARK, row: 1 },
		...{ bytes: btoa(TEXTS[0] ?? ''), layout: { delimiter: ',', encoding: 'utf8' }, mapping: '{}' },
		...{ values: [{ value: MARK, count: 1 }], text: TEXTS[0], rule: 'field/unknown-code' },
		...{ group: '["error","field/unknown-code",4,false,"Female"]', fix: 'set-value:F' },
		...{ fileName: 'students.csv', suppress: true, withValues: false, workDoneToken: 'x' },
		...{ capabilities: {}, processId: null, rootUri: uri, workspaceFolders: [{ uri, name: MARK }] },
		initializationOptions: { found: [uri], commands: true },
	};
}

/** Those of the requests on a table. `ranges` is also a member of LSP's. */
function gridParams(random: Random, range: object): Record<string, unknown> {
	const cells = { first: 0, last: random.below(2), columns: [0, random.below(4)] };
	const ranges = [random.pick<object>([range, cells])];
	const block = { text: `1\t${MARK}\n2\t`, row: 0, columns: [1, 2], selected: random.pick([[], [cells]]) };
	const action = random.pick<object>([
		{ type: 'fill', ranges, value: MARK },
		{ type: 'fillDown', ranges },
		{ type: 'paste', byId: random.chance(0.5), ...block },
		{ type: 'insertRows', record: 1, count: 2, below: true },
		{ type: 'deleteRows', ranges },
	]);
	const filter = random.pick<object>([{}, { problems: {} }, { text: 'a' }]);
	const view = { id: MARK, filter, sort: random.pick([undefined, { column: 1, descending: true }]) };
	return { ...block, ranges, action, view, record: 1, first: 0, count: 9, parts: 4, backward: false };
}

/** Replaces a random part of a value, at any depth, by an odd one. */
function damaged(random: Random, value: unknown): unknown {
	const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
	if (keys.length === 0 || random.chance(0.15)) return random.pick(ODD);
	const key = random.pick(keys);
	const part = damaged(random, (value as Record<string, unknown>)[key]);
	return Array.isArray(value) ? value.with(Number(key), part) : { ...(value as object), [key]: part };
}

function drawParams(random: Random): unknown {
	if (random.chance(0.05)) return random.pick(ODD);
	let params: unknown = soundParams(random);
	// Most parameters have a few members; what is not there is as likely as what is odd.
	for (let left = random.below(8); left > 0; left--) params = damaged(random, params);
	return params;
}

/** Bytes of a whole frame, which need not hold a message. */
function frame(random: Random): string {
	const body = random.pick([
		'null',
		'1',
		'[]',
		'{}',
		`"${MARK}"`,
		`{"${MARK}`,
		`[{"jsonrpc":"2.0","method":"${MARK}"}]`,
		`{"jsonrpc":"2.0","id":null,"error":{"code":1,"message":"${MARK}"}}`,
		`{"jsonrpc":"2.0","id":{},"method":"${MARK}"}`,
		`{"jsonrpc":"2.0","id":null,"method":"textDocument/hover","params":{"x":"${MARK}"}}`,
		`{"jsonrpc":"2.0","id":"${MARK}","result":"${MARK}"}`,
		`{"jsonrpc":"2.0","method":5,"params":"${MARK}"}`,
	]);
	const header = random.pick(['Content-Length: ', 'content-length:', `X: ${MARK}\r\nContent-Length: `]);
	return `${header}${body.length}\r\n\r\n${body}`;
}

function drawSent(random: Random): Sent {
	if (random.chance(0.05)) return { kind: 'bytes', bytes: frame(random) };
	const method = random.chance(0.3) ? random.pick(TEXT_METHODS) : random.pick(METHODS);
	const params = drawParams(random);
	// A message of the wrong kind is now and then one, too.
	const isNotification =
		/\/did|^\$|^initialized|documentFacts|foundFiles/.test(method) !== random.chance(0.05);
	return isNotification
		? { kind: 'notification', method, params }
		: { kind: 'request', method, params, isCanceled: random.chance(0.1) };
}

/** What a client sends, and what it answers when it is asked. */
export interface Conversation {
	readonly sent: readonly Sent[];
	readonly answer: unknown;
}

/** Draws what a broken client says. */
export function drawConversation(random: Random): Conversation {
	const sent = Array.from({ length: 1 + random.below(12) }, () => drawSent(random));
	const answer = random.chance(0.5)
		? null
		: random.pick<unknown>([...ODD, [{ rules: MARK }], { text: TEXTS[0] }]);
	return { sent, answer: answer ?? null };
}
