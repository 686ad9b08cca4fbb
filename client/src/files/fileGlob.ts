/** A glob for files of this name in any folder and any case: VS Code's globs have no case-insensitive match. */
export function anyCase(fileName: string): string {
	return `**/${fileName.replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`)}`;
}
