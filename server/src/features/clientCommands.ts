/** The client's names of the commands that lenses and code actions run. */
export interface ClientCommands {
	/** Arguments: column, value. */
	readonly acceptValue: string;
	/** Arguments: URI of a file, 0-based column, value, and for a single row its number: 1-based, the header is row 1. */
	readonly chooseCode: string;
	/** Arguments: rule id, level. */
	readonly setRuleLevel: string;
	/** Argument: rule id. */
	readonly openRule: string;
	/** Argument: the URI of a file. */
	readonly fixAll: string;
	/** Argument: the URI of a file. */
	readonly saveAsUtf8: string;
	/** Argument: the URI of a file. */
	readonly renameFile: string;
	/** Argument: the URI of a file. */
	readonly showReport: string;
	readonly showProblems: string;
	/** Argument: the URI of a file. Undefined for a client that shows no tables. */
	readonly openAsTable?: string | undefined;
}
