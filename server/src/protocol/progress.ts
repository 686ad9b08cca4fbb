/** The parameters of a long request. */
export interface ProgressParams {
	/** Where the client wants to hear how far it is. */
	readonly workDoneToken?: string | number;
}
