/** What the process that starts VS Code passes to the script that measures inside it. */

/** The environment variable that holds `ActivationArgs`, as JSON, in the extension host. */
export const ARGS_VARIABLE = 'CLEVER_BENCH_ACTIVATION';

export interface ActivationArgs {
	/** The extension's ID. It must not be active yet. */
	readonly extension: string;
	/** A file in which the extension finds a problem. */
	readonly fileName: string;
	readonly text: string;
	/** The file for the result: the time in ms from the request to show the file to its first problem. */
	readonly result: string;
}
