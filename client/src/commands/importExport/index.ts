import { toBase64 } from '@exodus/bytes/base64.js';
import { Uri, window } from 'vscode';
import type { ConvertAnswer, Mapping } from '../../../../server/src/protocol';
import { baseName } from '../../files/fileKinds';
import type { LanguageServer } from '../../server/languageServer';
import { withProgress } from '../../ui/withProgress';
import { openUntitled } from '../../ui/writeFile';
import type { Command } from '../command';
import { chooseCodes } from './codesStep';
import { chooseColumns } from './columnsStep';
import { chooseExport, folderFor, readBytes } from './exportFile';
import { chooseFiles } from './filesStep';
import { confirmLayout } from './layoutStep';
import { chooseMapping, mappingText, readMapping, saveMapping } from './mappingFile';
import { detailsOf, summaryOf } from './summary';
import { writeFiles } from './writeFiles';

type Converted = Extract<ConvertAnswer, { readonly report: unknown }>;

/** Makes students.csv and students_ext.csv from whatever a student information system exports. */
export const importExport: Command = async ({ server }, given) => {
	const uri = given instanceof Uri ? given : await chooseExport();
	if (!uri) return;
	const bytes = toBase64(await readBytes(uri));
	const known = await chooseMapping(uri);
	if (known === undefined) return;
	if (known !== 'new') await importWithMapping(server, uri, bytes, known);
	else await importStepByStep(server, uri, bytes);
};

/** With a mapping that was saved before: nothing is asked but what must be. */
async function importWithMapping(server: LanguageServer, uri: Uri, bytes: string, file: Uri): Promise<void> {
	const made = await convert(server, uri, bytes, await readMapping(file));
	if (!made) return;
	if ('problems' in made) {
		await window.showTextDocument(file);
		throw new Error(
			`${baseName(uri.path)} cannot be imported by ${baseName(file.path)}. ${problemText(made.problems)}`,
		);
	}
	const names = made.files.map(({ fileName }) => fileName);
	await finish(uri, made, names, undefined);
}

/** Step by step; Escape in any step ends it, and nothing was written. */
async function importStepByStep(server: LanguageServer, uri: Uri, bytes: string): Promise<void> {
	const read = await confirmLayout(server, baseName(uri.path), bytes);
	const columns = read && (await chooseColumns(read.inspection));
	const codes = columns && (await chooseCodes(server, read.inspection, columns));
	if (!codes) return;
	const mapping: Mapping = { ...read.layout, columns, ...(Object.keys(codes).length > 0 && { codes }) };
	const made = await convert(server, uri, bytes, mappingText(mapping));
	if (made && 'problems' in made) throw new Error(problemText(made.problems));
	const files = made && (await chooseFiles(made, folderFor(uri)));
	if (!files) return;
	const isAll = files.length === made.files.length;
	await finish(uri, made, files, isAll ? mapping : { ...mapping, files });
}

/** Undefined where the person gave up. */
function convert(
	server: LanguageServer,
	uri: Uri,
	bytes: string,
	mapping: string,
): Thenable<ConvertAnswer | undefined> {
	return withProgress(`Importing ${baseName(uri.path)}`, (waiting) =>
		server.convertExport({ bytes, mapping }, waiting),
	);
}

/** A message holds no more than a few. */
const MAX_PROBLEMS = 3;

function problemText(problems: readonly string[]): string {
	const more = problems.length - MAX_PROBLEMS;
	return [...problems.slice(0, MAX_PROBLEMS), ...(more > 0 ? [`And ${more} more.`] : [])].join(' ');
}

/** @param mapping undefined where it lies in a file already. */
async function finish(
	uri: Uri,
	made: Converted,
	names: readonly string[],
	mapping: Mapping | undefined,
): Promise<void> {
	const folder = folderFor(uri);
	const files = await writeFiles(
		folder,
		uri,
		made.files.filter(({ fileName }) => names.includes(fileName)),
	);
	if (files.length === 0) return;
	const save = 'Save the mapping';
	const details = 'Show details';
	const buttons = mapping ? [save, details] : [details];
	// Not waited for: the command is done, whether or not somebody closes the message.
	void window.showInformationMessage(summaryOf(files, made.report), ...buttons).then(async (picked) => {
		if (picked === save && mapping) await saveMapping(folder, mapping);
		if (picked === details) await openUntitled(detailsOf(baseName(uri.path), made.report), 'plaintext');
	});
}
