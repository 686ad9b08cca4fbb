import { parseArgs } from 'node:util';

/** One argument of the server's command line. */
interface Argument {
	readonly type: 'boolean' | 'string';
	/** What stands for its value in the help. */
	readonly value?: string;
	readonly help: string;
}

/** What clients start servers with, as vscode-languageserver takes it, and what people ask at a prompt. */
const declared: Readonly<Record<string, Argument>> = {
	stdio: { type: 'boolean', help: 'speak over stdin and stdout, as without an argument' },
	'node-ipc': { type: 'boolean', help: "speak over the channel of Node's child processes" },
	socket: { type: 'string', value: '<port>', help: 'speak over a port that the client listens on' },
	pipe: { type: 'string', value: '<name>', help: 'speak over a pipe that the client listens on' },
	clientProcessId: { type: 'string', value: '<id>', help: 'end when the process with this id is gone' },
	help: { type: 'boolean', help: 'show this help' },
	version: { type: 'boolean', help: 'show the version' },
};

const transports: readonly string[] = ['stdio', 'node-ipc', 'socket', 'pipe'];

const usage = `Usage: node dist/server.js [arguments]

Checks students.csv and students_ext.csv for an editor that speaks the Language Server Protocol.

${Object.entries(declared)
	.map(([name, { value, help }]) => `  ${`--${[name, value ?? []].flat().join(' ')}`.padEnd(26)}${help}`)
	.join('\n')}
`;

/** What a command line asks for: to serve, with the arguments for the library, or to print a text; or what is wrong. */
export type CommandLine =
	| { readonly serve: readonly string[] }
	| { readonly print: string }
	| { readonly problem: string };

/**
 * Reads the arguments of the server. Without a transport it is stdio. What it does not know is left to the library, as
 * those who start servers add arguments for themselves; but where no transport is named, it is one that is misspelled.
 *
 * @param version what `--version` prints.
 */
export function readCommandLine(args: readonly string[], version: string): CommandLine {
	const options = Object.fromEntries(Object.entries(declared).map(([name, { type }]) => [name, { type }]));
	const { tokens } = parseArgs({
		args: [...args],
		options,
		strict: false,
		allowPositionals: true,
		tokens: true,
	});
	const known = new Set<string>();
	const unknown: string[] = [];
	for (const token of tokens) {
		if (token.kind === 'option-terminator') unknown.push('--');
		else if (token.kind === 'positional') unknown.push(token.value);
		else {
			const argument = Object.hasOwn(declared, token.name) ? declared[token.name] : undefined;
			const isBoolean = argument?.type === 'boolean';
			if (!argument || !token.rawName.startsWith('--')) unknown.push(token.rawName);
			else if (isBoolean && token.inlineValue) unknown.push(`${token.rawName}=${token.value}`);
			else if (!isBoolean && !isValue(token.name, token.value))
				return { problem: `${token.rawName} needs ${argument.value}` };
			else known.add(token.name);
		}
	}
	if (known.has('help')) return { print: usage };
	if (known.has('version')) return { print: `${version}\n` };
	if (transports.some((name) => known.has(name))) return { serve: args };
	if (unknown.length > 0) return { problem: `unknown argument "${unknown[0]}". See --help` };
	return { serve: ['--stdio', ...args] };
}

function isValue(name: string, value: string | undefined): boolean {
	return name === 'pipe' ? value !== undefined && value !== '' : /^\d+$/.test(value ?? '');
}
