/** How the files of a folder stand, before an upload. */

export type { FileState, FolderState } from '../coverage/reportTypes';

/** Client to server, a request with `{ uri }` of either file; answers a `FolderState`, or null where there is none or it grew old. */
export const folderStateRequest = 'cleverDemographics/folderState';
