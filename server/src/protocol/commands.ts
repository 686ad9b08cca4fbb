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
