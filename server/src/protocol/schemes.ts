/**
 * The schemes of files that are a person's own, whatever folder is open: on a disk, never saved, in a virtual workspace
 * (`vscode-vfs`), of the other machine of a remote window (`vscode-remote`, `vscode-local`), of the web host that
 * `@vscode/test-web` is, and of a text that is nowhere but in the page of an editor (Monaco's `inmemory`, `memory`). Those
 * of the open folders are a person's own too. Any other is what an editor or an extension shows, such as the old side of
 * a diff. The client and the server both go by this.
 */
export const ownSchemes: readonly string[] = [
	'file',
	'untitled',
	'vscode-vfs',
	'vscode-remote',
	'vscode-local',
	'vscode-test-web',
	'inmemory',
	'memory',
];
