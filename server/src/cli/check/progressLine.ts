import { terminalText } from '../../safeText';

/** A stream of a terminal, such as stderr. */
export interface ProgressTerminal {
	readonly isTTY?: boolean | undefined;
	readonly columns?: number | undefined;
	write(text: string): unknown;
}

/** Goes to the start of the line, and empties it. */
const ERASE_LINE = '\r\u001b[K';

/** In columns, of a terminal that does not say, or says 0. */
const USUAL_WIDTH = 80;

/** A line of a terminal with the file that is checked and how much of it is done. Writes nothing to anything else. */
export class ProgressLine {
	#shown = '';

	constructor(private readonly terminal: ProgressTerminal) {}

	/** Shows how much of a file is checked, from 0 to 1. */
	show(path: string, done: number): void {
		if (!this.terminal.isTTY) return;
		const end = ` ${Math.floor(done * 100)}%`;
		// One column stays free: a line that is full would begin another one.
		const room = (this.terminal.columns || USUAL_WIDTH) - end.length - 1;
		if (room <= 0) return;
		const name = terminalText(path);
		const line = (name.length > room ? `…${name.slice(name.length - room + 1)}` : name) + end;
		if (line === this.#shown) return;
		this.#shown = line;
		this.terminal.write(ERASE_LINE + line);
	}

	/** Removes the line, so that something else can be printed. */
	clear(): void {
		if (this.#shown === '') return;
		this.#shown = '';
		this.terminal.write(ERASE_LINE);
	}
}
