/**
 * What may stand in a log. Student data is protected by law, and vscode-languageclient prints message bodies where
 * somebody sets its trace to verbose; so nothing reaches a channel but what these let through.
 */

const MASK = '…';

/** Longer lines are no messages of ours: Node prints the source line of a crash, here a whole bundle. */
const LONGEST_LINE = 400;

const method = String.raw`[\w$./-]+`;
const traced = new RegExp(
	`^(?:Sending|Received) (?:request|notification|response) '${method}(?: - \\([\\w-]+\\))?'`,
);

/** A trace of vscode-languageclient, in its text or its JSON format, cut down to direction, method, id and time. */
export function methodOnly(message: string): string {
	if (message.startsWith('{')) return methodOfJson(message);
	const start = traced.exec(message)?.[0];
	if (!start) return 'A message.';
	const said = message.slice(start.length).split('\n', 1)[0] ?? '';
	// The time comes before the server's words on a failure, which may hold anything.
	const time = /^(?:\. Processing request took| in) (\d+)ms/.exec(said)?.[1];
	const code = /Request failed: .*\((-?\d+)\)\.$/.exec(said)?.[1];
	return `${start}${time ? ` in ${time}ms` : ''}${code ? `, failed (${code})` : ''}.`;
}

function methodOfJson(text: string): string {
	try {
		const { type, message } = JSON.parse(text) as {
			readonly type?: unknown;
			readonly message?: { readonly method?: unknown; readonly id?: unknown };
		};
		if (!/^(send|receive)-(request|notification|response)$/.test(String(type))) return 'A message.';
		const named = typeof message?.method === 'string' && new RegExp(`^${method}$`).test(message.method);
		const id = typeof message?.id === 'number' ? ` - (${message.id})` : '';
		return `${type}${named ? ` '${message.method}'` : ''}${id}.`;
	} catch {
		return 'A message.';
	}
}

/**
 * A log message without what could be a field's value: the first line with its quoted parts masked, then only the
 * stack frames and error codes. The words of a thrown error go, for they often quote the text that it met.
 */
export function withoutValues(message: string): string {
	const [first = '', ...rest] = message.split(/\r?\n/);
	return [maskedLine(first), ...rest.filter(isHarmless)].join('\n');
}

function isHarmless(line: string): boolean {
	return /^\s+at \S.*:\d+:\d+\)?$|^\s*Code: -?\d+\s*$/.test(line) && line.length <= LONGEST_LINE;
}

function maskedLine(line: string): string {
	if (isHarmless(line)) return line;
	if (line.length > LONGEST_LINE) return MASK;
	return line
		.replace(/\b((?:[A-Z]\w*)?Error)\b(?: \[\w+\])?: .*$/, `$1: ${MASK}`)
		.replace(/"[^"]*"?|`[^`]*`?|“[^”]*”?/g, `"${MASK}"`);
}
