import { fromBase64 } from '@exodus/bytes/base64.js';
import type { CancellationToken } from 'vscode-languageserver';
import { districtTables } from '../../check/districtTables';
import type { ConversionCallbacks } from '../../convert/csvStream';
import { proposeCodes } from '../../convert/import/codeProposals';
import { convert } from '../../convert/import/convert';
import { inspect } from '../../convert/import/inspect';
import { parseMapping } from '../../convert/import/parseMapping';
import { template } from '../../convert/template/template';
import { readForUtf8 } from '../../convert/toUtf8';
import {
	type CodesParams,
	type ConvertAnswer,
	type ConvertParams,
	codesRequest,
	convertRequest,
	type InspectAnswer,
	type InspectParams,
	inspectRequest,
	type ProgressParams,
	type Reencoded,
	type ReencodeParams,
	reencodeRequest,
	type TemplateAnswer,
	type TemplateParams,
	templateRequest,
} from '../../protocol';
import { students, type Table } from '../../spec';
import { runSafely } from '../runSafely';
import { beginProgress } from '../workDoneProgress';
import type { HandlerContext } from './context';

const unreadableExport = 'The export could not be read. Export it again as CSV.';
const unreadableRoster = 'The roster could not be read. Open it as text and check its first rows.';

/** Answers the requests that make files: from an export, a roster, or a file that is not UTF-8. They open no file. */
export function registerImport({ connection, checkers }: HandlerContext): void {
	/** The table of students.csv under the district's settings, which may change between two imports. */
	async function rosterTable(): Promise<Table> {
		const tables = districtTables(await checkers.settings());
		return tables.find(({ fileName }) => fileName === students.fileName) ?? students;
	}

	/** Runs work that reports its progress; where it fails, `failed` is the answer. */
	async function run<T>(
		title: string,
		{ workDoneToken }: ProgressParams,
		token: CancellationToken,
		failed: T,
		work: (callbacks: ConversionCallbacks) => Promise<T>,
	): Promise<T> {
		const { report, end } = beginProgress(connection, workDoneToken, title);
		const callbacks: ConversionCallbacks = {
			isCanceled: () => token.isCancellationRequested,
			onProgress: report,
		};
		return runSafely(connection, 'An import', failed, () => work(callbacks)).finally(end);
	}

	connection.onRequest(inspectRequest, (params: InspectParams, token: CancellationToken) =>
		run<InspectAnswer>(
			'Reading the export',
			params,
			token,
			{ problem: unreadableExport },
			async (callbacks) => inspect(fromBase64(params.bytes), params.layout, await rosterTable(), callbacks),
		),
	);
	connection.onRequest(codesRequest, ({ column, values }: CodesParams) =>
		runSafely(
			connection,
			'An import',
			null,
			async () => proposeCodes(await rosterTable(), column, values) ?? null,
		),
	);
	connection.onRequest(convertRequest, (params: ConvertParams, token: CancellationToken) =>
		run<ConvertAnswer>(
			'Importing the export',
			params,
			token,
			{ problems: [unreadableExport] },
			async (callbacks) => {
				const table = await rosterTable();
				const parsed = parseMapping(params.mapping, table);
				if ('problems' in parsed) return parsed;
				return convert(fromBase64(params.bytes), parsed.mapping, table, callbacks);
			},
		),
	);
	connection.onRequest(reencodeRequest, (params: ReencodeParams, token: CancellationToken) =>
		run<Reencoded>('Reading the file', params, token, { problem: 'The file could not be read.' }, async () =>
			readForUtf8(fromBase64(params.bytes)),
		),
	);
	connection.onRequest(templateRequest, (params: TemplateParams, token: CancellationToken) =>
		run<TemplateAnswer>('Reading the students', params, token, { problem: unreadableRoster }, (callbacks) =>
			template(params.text, callbacks),
		),
	);
}
