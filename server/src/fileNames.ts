/** Names of files: which of a folder is a table's, and which is probably meant to be. For the client, too. */

/** Words that people, browsers and Excel add to a file's name, besides numbers. */
const addedWords: ReadonlySet<string> = new Set(
	'amplify backup bak clever copy csv current district draft edited export exported final fixed latest live new of old original sample sftp test today update updated upload uploaded utf utf8'.split(
		' ',
	),
);
const monthNames = 'jan feb mar apr may jun jul aug sep sept oct nov dec'.split(' ');

/** Whether a file is one of comma-separated values, by its name. */
export function isCsvName(name: string): boolean {
	return /\.csv$/i.test(name);
}

/** The name that counts for a file among the names in its folder: the exact one, else the first in another case. */
export function nameAmong(names: readonly string[], fileName: string): string | undefined {
	return names.includes(fileName) ? fileName : namesInAnyCase(names, fileName)[0];
}

/** The names that differ from a file's in upper and lower case at most, sorted. */
export function namesInAnyCase(names: readonly string[], fileName: string): readonly string[] {
	return names.filter((name) => name.toLowerCase() === fileName.toLowerCase()).sort();
}

/** The file that a name varies: "students (1).csv", "students_ext - Copy.csv", "Students-2026-11.csv". */
export function variedFileName(name: string, fileNames: readonly string[]): string | undefined {
	const [, base] = /^(.*)\.csv$/i.exec(name) ?? [];
	const words = (base ?? '')
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== '');
	const isNumber = (word: string): boolean =>
		/^v?\d+[a-z]{0,2}$/.test(word) || monthNames.some((month) => word.startsWith(month) && word.length < 10);
	const rest = words
		.filter((word) => !addedWords.has(word) && !isNumber(word))
		.map((word) => word.replace(/\d+$/, ''));
	const joined = rest.join('_').replace(/^student(?=$|_)/, 'students');
	const meant = `${joined.replace(/^studentsext$/, 'students_ext')}.csv`;
	return fileNames.find((fileName) => fileName === meant);
}
