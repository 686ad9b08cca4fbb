/** What passes between the process that starts VS Code and the script that measures inside it. */

/** The environment variable of the extension host that carries `ActivationArgs`, as JSON. */
export const ARGS = 'CLEVER_BENCH_ACTIVATION';

export interface ActivationArgs {
	/** Its id. Nothing must have activated it before. */
	readonly extension: string;
	/** A file that it finds a problem in. */
	readonly fileName: string;
	readonly text: string;
	/** The file that the outcome is written to: from asking to show the file to its first problem, in ms. */
	readonly result: string;
}
