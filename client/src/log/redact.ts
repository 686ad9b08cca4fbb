/**
 * Keeps student data, which the law protects, out of the logs. vscode-languageclient prints message bodies where its
 * trace is set to verbose, so every line of a channel passes through one of these functions.
 */

const MASK = '…';

/** The longest line that may be logged, in UTF-16 units. Node prints the source line of a crash: a whole bundle here. */
const MAX_LINE = 400;

const method = String.raw`[\w$./-]+`;
const traced = new RegExp(
	`^(?:Sending|Received) (?:request|notification|response) '${method}(?: - \\([\\w-]+\\))?'`,
);

/** Reduces a trace of vscode-languageclient, in its text or JSON format, to direction, method, id and time. */
export function methodOnly(message: string): string {
	if (message.startsWith('{')) return methodOfJson(message);
	const start = traced.exec(message)?.[0];
	if (!start) return 'A message.';
	const rest = message.slice(start.length).split('\n', 1)[0] ?? '';
	// The time comes first: a server's own error text, which may hold anything, follows it.
	const time = /^(?:\. Processing request took| in) (\d+)ms/.exec(rest)?.[1];
	const code = /Request failed: .*\((-?\d+)\)\.$/.exec(rest)?.[1];
	return `${start}${time ? ` in ${time}ms` : ''}${code ? `, failed (${code})` : ''}.`;
}

function methodOfJson(text: string): string {
	try {
		const { type, message } = JSON.parse(text) as {
			readonly type?: unknown;
			readonly message?: { readonly method?: unknown; readonly id?: unknown };
		};
		if (!/^(send|receive)-(request|notification|response)$/.test(String(type))) return 'A message.';
		const hasMethod = typeof message?.method === 'string' && new RegExp(`^${method}$`).test(message.method);
		const id = typeof message?.id === 'number' ? ` - (${message.id})` : '';
		return `${type}${hasMethod ? ` '${message.method}'` : ''}${id}.`;
	} catch {
		return 'A message.';
	}
}

/**
 * Removes from a log message what could be a field's value: masks the quoted parts of the first line, and of the
 * others keeps only stack frames and error codes. The text of a thrown error is removed, since it often quotes its input.
 */
export function withoutValues(message: string): string {
	const [first = '', ...rest] = message.split(/\r?\n/);
	return [maskedLine(first), ...rest.filter(isSafe)].join('\n');
}

function isSafe(line: string): boolean {
	return /^\s+at \S.*:\d+:\d+\)?$|^\s*Code: -?\d+\s*$/.test(line) && line.length <= MAX_LINE;
}

function maskedLine(line: string): string {
	if (isSafe(line)) return line;
	if (line.length > MAX_LINE) return MASK;
	return line
		.replace(/\b((?:[A-Z]\w*)?Error)\b(?: \[\w+\])?: .*$/, `$1: ${MASK}`)
		.replace(/"[^"]*"?|`[^`]*`?|“[^”]*”?/g, `"${MASK}"`);
}
