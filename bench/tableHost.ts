/** What the script in VS Code's extension host does for the process that measures tables. */

/** The environment variable that holds the path of the socket on which the script answers. */
export const SOCKET_VARIABLE = 'CLEVER_BENCH_SOCKET';

/** What can be asked, by name: its argument and the answer. Times are in ms since 1970. */
export interface HostRequests {
	/** Shows a file as text, and resolves when it has so many diagnostics. */
	openText: [file: { readonly path: string; readonly findings: number }, answer: null];
	/** Shows a file as a table, in a tab of its own; answers when it was asked for. */
	openTable: [path: string, answer: number];
	/** Closes the active editor; its changes are lost. */
	closeActive: [argument: null, answer: null];
	/** Closes all editors; changes are lost. */
	closeAll: [argument: null, answer: null];
	/** Puts the cursor into the text: 0-based line, UTF-16 unit. */
	select: [place: { readonly line: number; readonly character: number }, answer: null];
	undo: [argument: null, answer: null];
	/** The text of the open file, written to another one. */
	writeText: [files: { readonly of: string; readonly to: string }, answer: null];
	/** Ends the script. */
	end: [argument: null, answer: null];
}

/** One request on the socket, in a line of JSON; the answer is another. */
export interface HostMessage {
	readonly name: keyof HostRequests;
	readonly argument: unknown;
}
