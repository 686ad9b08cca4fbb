/** Commands of the client that code actions name, to a client that announced them. */
export const clientCommands = {
	/** Arguments: column, value. */
	acceptValue: 'cleverDemographics.acceptValue',
	/** Arguments: URI of a file, 0-based column, value, and for a single row its number: 1-based, the header is row 1. */
	chooseCode: 'cleverDemographics.chooseCode',
	/** Arguments: rule id, level. */
	setRuleLevel: 'cleverDemographics.setRuleLevel',
	/** Arguments: rule id. */
	openRule: 'cleverDemographics.openRule',
	/** Argument: the URI of a file. */
	fixAll: 'cleverDemographics.fixAll',
	/** Argument: the URI of a file. */
	saveAsUtf8: 'cleverDemographics.saveAsUtf8',
	/** Argument: the URI of a file. */
	renameFile: 'cleverDemographics.renameFile',
	/** Argument: the URI of a file. */
	showReport: 'cleverDemographics.showReport',
	showProblems: 'cleverDemographics.showProblems',
	/** Argument: the URI of a file. Only a client that announced `table` has it. */
	openAsTable: 'cleverDemographics.openAsTable',
} as const;

/**
 * Commands that the server runs for a client without `clientCommands`. No name is one of a client's command, since
 * editors register both.
 */
export const serverCommands = {
	/** Argument: the URI of a file. Says whether its folder is ready to be uploaded. */
	showReadiness: 'cleverDemographics.server.showReadiness',
	/** Argument: the URI of a file. Applies every preferred fix of it. */
	fixAll: 'cleverDemographics.server.fixAll',
	/** Argument: what identifies a code action, as the server sent it. */
	applyAction: 'cleverDemographics.server.applyAction',
} as const;
