/** The state of the files of a folder, before an upload. */

export type { FileState, FolderState } from '../coverage/reportTypes';

/**
 * Client to server, a request with `{ uri }` of either file; answers a `FolderState`, or null if there is none.
 */
export const folderStateRequest = 'cleverDemographics/folderState';
