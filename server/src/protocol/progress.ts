/** Of a request that takes its time. */
export interface ProgressParams {
	/** Where the client wants to hear how far it is. */
	readonly workDoneToken?: string | number;
}
