/** The ids of the commands that lenses and code actions name, as the client that has them calls them. */
export interface ClientCommands {
	/** Arguments: column, value. */
	readonly acceptValue: string;
	/** Arguments: rule id, level. */
	readonly setRuleLevel: string;
	/** Argument: rule id. */
	readonly openRule: string;
	/** Argument: the URI of a file. */
	readonly fixAll: string;
	/** Argument: the URI of a file. */
	readonly showReport: string;
	readonly showProblems: string;
}
