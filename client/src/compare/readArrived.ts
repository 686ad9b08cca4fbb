import { toBase64 } from '@exodus/bytes/base64.js';
import type { Uri } from 'vscode';
import {
	type ArrivedAnswer,
	type ArrivedIdColumn,
	type ArrivedParams,
	type ArrivedReport,
	arrivedRequest,
} from '../../../server/src/protocol';
import { labelText } from '../../../server/src/safeText';
import { countOf } from '../../../server/src/wording';
import { currentBytes } from '../files/currentBytes';
import { openText } from '../files/documents';
import { baseName } from '../files/fileKinds';
import type { LanguageServer } from '../server/languageServer';
import { pickOne } from '../ui/quickPick';
import { withProgress } from '../ui/withProgress';

/** What a person has chosen for a download. */
export type ArrivedChoices = Pick<ArrivedParams, 'sheet' | 'idColumn' | 'columns'>;

/** A download that was compared, and what was chosen for it. */
export interface ReadArrival {
	readonly report: ArrivedReport;
	readonly choices: ArrivedChoices;
}

const smaller = 'Download one school or one assessment at a time.';

/**
 * Compares a download with the files of a folder; asks for the sheet and the column of the ID where they are not
 * certain. Undefined if the person cancels. Throws, in words for the person, where it cannot be compared.
 *
 * @param id the comparison's id.
 * @param file one of the two files of the folder.
 */
export async function readArrived(
	server: LanguageServer,
	id: string,
	file: Uri,
	download: Uri,
	choices: ArrivedChoices,
): Promise<ReadArrival | undefined> {
	// The server could not see a file that is not open as text.
	await openText(file);
	const name = baseName(download.path);
	const bytes = toBase64(await currentBytes(download, smaller));
	const params: ArrivedParams = { id, uri: file.toString(), name, bytes, ...choices };
	const answer = await withProgress(`Checking what arrived: ${name}`, (listener) =>
		server.ask<ArrivedAnswer | null>(arrivedRequest, params, listener),
	);
	if (!answer) return undefined;
	if ('report' in answer) return { report: answer.report, choices };
	const { problem, sheets, idColumns } = answer;
	const chosen = sheets
		? await chooseSheet(problem, sheets)
		: idColumns
			? await chooseIdColumn(problem, idColumns)
			: undefined;
	if (chosen) return readArrived(server, id, file, download, { ...choices, ...chosen });
	if (sheets ?? idColumns) return undefined;
	throw new Error(problem);
}

async function chooseSheet(problem: string, sheets: readonly string[]): Promise<ArrivedChoices | undefined> {
	const items = sheets.map((sheet) => ({ label: labelText(sheet), sheet }));
	const picked = await pickOne(items, { title: 'Check What Arrived', placeHolder: problem });
	return picked && { sheet: picked.sheet };
}

async function chooseIdColumn(
	problem: string,
	columns: readonly ArrivedIdColumn[],
): Promise<ArrivedChoices | undefined> {
	const items = columns.map(({ name, matchedBy, students, samples }) => ({
		label: labelText(name),
		description: labelText(`the ${matchedBy} of ${countOf(students, 'student')}`),
		detail: labelText(samples.join(', ')),
		name,
	}));
	const picked = await pickOne(items, { title: 'Check What Arrived', placeHolder: problem });
	return picked && { idColumn: picked.name };
}
