/** What client and server say to each other about whether the files of a folder are ready to be uploaded. */

export type { Readiness, ReadinessState, Reason, ReasonId, WayOut } from '../coverage/readinessTypes';

/**
 * Client to server, a notification with `DocumentFacts`: when one of our documents is opened or saved, and when any of
 * this changes. For a document of which it is never sent, the server does not know, and gives neither as a reason.
 */
export const documentFactsNotification = 'cleverDemographics/documentFacts';

/** What only the client knows about an open document. */
export interface DocumentFacts {
	readonly uri: string;
	/** Whether it has changes that are not saved. */
	readonly isDirty: boolean;
	/** The id that VS Code gives its encoding: `utf8`, `utf8bom`, `utf16le`, `windows1252`… */
	readonly encoding: string;
}
