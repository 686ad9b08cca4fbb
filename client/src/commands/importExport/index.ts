import { toBase64 } from '@exodus/bytes/base64.js';
import { Uri, window } from 'vscode';
import type { ConvertAnswer, Mapping } from '../../../../server/src/protocol';
import { formatNumber } from '../../../../server/src/wording';
import { baseName } from '../../files/fileKinds';
import type { LanguageServer } from '../../server/languageServer';
import type { FileWriter } from '../../ui/fileWriter';
import { showInformation } from '../../ui/messages';
import { openUntitled } from '../../ui/openUntitled';
import { showFailure } from '../../ui/showFailure';
import { withProgress } from '../../ui/withProgress';
import type { Command, CommandContext } from '../command';
import { chooseCodes } from './codesStep';
import { chooseColumns } from './columnsStep';
import { chooseExport, folderFor, readBytes } from './exportFile';
import { chooseFiles } from './filesStep';
import { confirmLayout } from './layoutStep';
import { chooseMapping, mappingText, readMapping, saveMapping } from './mappingFile';
import { detailsOf, summaryOf } from './summary';
import { writeFiles } from './writeFiles';

type Parts = Pick<CommandContext, 'server' | 'writer'>;

type Converted = Extract<ConvertAnswer, { readonly report: unknown }>;

/** Converts an SIS export to students.csv and students_ext.csv. */
export const importExport: Command = async ({ server, writer }, argument) => {
	const uri = argument instanceof Uri ? argument : await chooseExport();
	if (!uri) return;
	const bytes = toBase64(await readBytes(uri));
	const mapping = await chooseMapping(uri);
	if (mapping === undefined) return;
	if (mapping !== 'new') await importWithMapping({ server, writer }, uri, bytes, mapping);
	else await importStepByStep({ server, writer }, uri, bytes);
};

/** Imports by a saved mapping, and asks only before it overwrites a file. */
async function importWithMapping(
	{ server, writer }: Parts,
	uri: Uri,
	bytes: string,
	file: Uri,
): Promise<void> {
	const converted = await convert(server, uri, bytes, await readMapping(file));
	if (!converted) return;
	if ('problems' in converted) {
		await window.showTextDocument(file);
		throw new Error(
			`${baseName(uri.path)} cannot be imported with ${baseName(file.path)}. ${problemText(converted.problems)}`,
		);
	}
	const names = converted.files.map(({ fileName }) => fileName);
	await finish(writer, uri, converted, names, undefined);
}

/** Imports in four steps; Escape in any of them cancels, and nothing is written. */
async function importStepByStep({ server, writer }: Parts, uri: Uri, bytes: string): Promise<void> {
	const confirmed = await confirmLayout(server, baseName(uri.path), bytes);
	const columns = confirmed && (await chooseColumns(confirmed.inspection));
	const codes = columns && (await chooseCodes(server, confirmed.inspection, columns));
	if (!codes) return;
	const mapping: Mapping = { ...confirmed.layout, columns, ...(Object.keys(codes).length > 0 && { codes }) };
	const converted = await convert(server, uri, bytes, mappingText(mapping));
	if (converted && 'problems' in converted) throw new Error(problemText(converted.problems));
	const files = converted && (await chooseFiles(converted, folderFor(uri)));
	if (!files) return;
	const isAll = files.length === converted.files.length;
	await finish(writer, uri, converted, files, isAll ? mapping : { ...mapping, files });
}

/** Undefined if the person cancels. */
function convert(
	server: LanguageServer,
	uri: Uri,
	bytes: string,
	mapping: string,
): Thenable<ConvertAnswer | undefined> {
	return withProgress(`Importing ${baseName(uri.path)}`, (listener) =>
		server.convertExport({ bytes, mapping }, listener),
	);
}

/** Problems that a message lists. */
const MAX_PROBLEMS = 3;

function problemText(problems: readonly string[]): string {
	const more = problems.length - MAX_PROBLEMS;
	return [...problems.slice(0, MAX_PROBLEMS), ...(more > 0 ? [`And ${formatNumber(more)} more.`] : [])].join(
		' ',
	);
}

/** Writes the files and says so. @param mapping undefined if it is saved already. */
async function finish(
	writer: FileWriter,
	uri: Uri,
	converted: Converted,
	names: readonly string[],
	mapping: Mapping | undefined,
): Promise<void> {
	const folder = folderFor(uri);
	const files = await writeFiles(
		writer,
		folder,
		uri,
		converted.files.filter(({ fileName }) => names.includes(fileName)),
	);
	if (files.length === 0) return;
	const save = 'Save Mapping';
	const details = 'Show Details';
	const buttons = mapping ? [save, details] : [details];
	// Not awaited: the command is done, whether or not the message is closed.
	void showInformation(summaryOf(files, converted.report), ...buttons).then((picked) => {
		if (picked === save && mapping) saveMapping(writer, folder, mapping).catch(showFailure);
		if (picked === details)
			openUntitled(detailsOf(baseName(uri.path), converted.report), 'plaintext').catch(showFailure);
	});
}
