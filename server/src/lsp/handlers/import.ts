import { fromBase64 } from '@exodus/bytes/base64.js';
import type { CancellationToken } from 'vscode-languageserver';
import { districtTables } from '../../check/districtTables';
import type { ConversionCallbacks } from '../../convert/csvStream';
import { template } from '../../convert/template/template';
import { readForUtf8 } from '../../convert/toUtf8';
import {
	type ImportConvertAnswer,
	type ImportConvertParams,
	type ImportOpenAnswer,
	type ImportOpenParams,
	type ImportPlanAnswer,
	type ImportPlanParams,
	importCloseRequest,
	importConvertRequest,
	importOpenRequest,
	importPlanRequest,
	type ProgressParams,
	type Reencoded,
	type ReencodeParams,
	reencodeRequest,
	type TemplateAnswer,
	type TemplateParams,
	templateRequest,
} from '../../protocol';
import { students } from '../../spec';
import { ImportSessions, type ImportSettings } from '../imports/importSessions';
import { answerSafely } from '../runSafely';
import { beginProgress } from '../workDoneProgress';
import type { HandlerContext } from './context';

const unreadableExport = 'The export could not be read. Export it again as CSV.';
const unreadableRoster = 'The roster could not be read. Open it as text and check its first rows.';

/** Answers the requests that make files: from an export, a roster, or a file that is not UTF-8. They open no document. */
export function registerImport({ connection, checkers }: HandlerContext): void {
	const sessions = new ImportSessions();
	connection.onExit(() => sessions.clear());

	/** The district's settings, which may change while an import is open. */
	async function importSettings(): Promise<ImportSettings> {
		const settings = await checkers.settings();
		const tables = districtTables(settings);
		return { settings, roster: tables.find(({ fileName }) => fileName === students.fileName) ?? students };
	}

	/** Runs work that reports its progress; where it fails, `failed` is the answer. */
	async function run<T>(
		title: string,
		{ workDoneToken }: ProgressParams,
		token: CancellationToken,
		failed: T,
		work: (callbacks: ConversionCallbacks) => Promise<T>,
	): Promise<T> {
		const { report, end } = beginProgress(connection, workDoneToken, token, title);
		const callbacks: ConversionCallbacks = {
			isCanceled: () => token.isCancellationRequested,
			onProgress: report,
		};
		return answerSafely(connection, 'An import', token, failed, () => work(callbacks)).finally(end);
	}

	connection.onRequest(importOpenRequest, (params: ImportOpenParams, token: CancellationToken) =>
		run<ImportOpenAnswer>(
			'Reading the export',
			params,
			token,
			{ problem: unreadableExport },
			async (callbacks) => {
				const { id, name, bytes, users, roster, decisions, format, mappings } = params;
				const source = {
					name,
					bytes: fromBase64(bytes),
					users: users === undefined ? undefined : fromBase64(users),
				};
				const toOpen = {
					source,
					roster: roster === undefined ? undefined : fromBase64(roster),
					decisions,
					format: format ?? {},
					mappings,
				};
				return sessions.open(id, toOpen, await importSettings(), callbacks);
			},
		),
	);
	connection.onRequest(importPlanRequest, (params: ImportPlanParams, token: CancellationToken) =>
		run<ImportPlanAnswer>(
			'Reading the export',
			params,
			token,
			{ problem: unreadableExport },
			async (callbacks) => sessions.plan(params.id, params.decisions, await importSettings(), callbacks),
		),
	);
	connection.onRequest(importConvertRequest, (params: ImportConvertParams, token: CancellationToken) =>
		run<ImportConvertAnswer>(
			'Importing the export',
			params,
			token,
			{ problems: [unreadableExport] },
			async (callbacks) => {
				const { id, decisions, roster } = params;
				const old = roster === undefined ? undefined : fromBase64(roster);
				return sessions.convert(id, decisions, old, await importSettings(), callbacks);
			},
		),
	);
	connection.onRequest(importCloseRequest, ({ id }: { readonly id: string }) => {
		sessions.close(id);
		return null;
	});
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
