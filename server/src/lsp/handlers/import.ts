import { fromBase64 } from '@exodus/bytes/base64.js';
import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { Backlog } from '../../convert/csvStream';
import { proposeCodes } from '../../convert/import/codeProposals';
import { convert } from '../../convert/import/convert';
import { inspect } from '../../convert/import/inspect';
import { parseMapping } from '../../convert/import/parseMapping';
import { districtTables } from '../../features';
import {
	type CodesParams,
	type ConvertAnswer,
	type ConvertParams,
	codesRequest,
	convertRequest,
	type InspectAnswer,
	type InspectParams,
	inspectRequest,
} from '../../protocol';
import { students, type Table } from '../../spec';
import type { Checkers } from '../checkers';
import { beginProgress } from '../workDoneProgress';

/** Answers the requests of an import. No file needs to be open, and none is read here. */
export function registerImport(connection: Connection, session: Checkers): void {
	/** students.csv as the district has it, whose settings may have changed since an import before. */
	async function roster(): Promise<Table> {
		const tables = districtTables(await session.settings());
		return tables.find(({ fileName }) => fileName === students.fileName) ?? students;
	}

	/** Runs something that takes its time; what fails is logged without a word of the export, and answered neutrally. */
	async function run<T>(
		title: string,
		workDoneToken: string | number | undefined,
		token: CancellationToken,
		failed: (problem: string) => T,
		work: (waiting: Backlog) => Promise<T>,
	): Promise<T> {
		const progress = beginProgress(connection, workDoneToken, title);
		try {
			return await work({
				isCancelled: () => token.isCancellationRequested,
				onProgress: progress.report,
			});
		} catch (error) {
			connection.console.error(`An import failed: ${error instanceof Error ? error.name : 'unknown error'}`);
			return failed('The export could not be read. Export it again as CSV.');
		} finally {
			progress.end();
		}
	}

	connection.onRequest(
		inspectRequest,
		({ bytes, layout, workDoneToken }: InspectParams, token: CancellationToken) =>
			run<InspectAnswer>(
				'Reading the export',
				workDoneToken,
				token,
				(problem) => ({ problem }),
				async (waiting) => inspect(fromBase64(bytes), layout, await roster(), waiting),
			),
	);
	connection.onRequest(
		codesRequest,
		async ({ column, values }: CodesParams) => proposeCodes(await roster(), column, values) ?? null,
	);
	connection.onRequest(
		convertRequest,
		({ bytes, mapping, workDoneToken }: ConvertParams, token: CancellationToken) =>
			run<ConvertAnswer>(
				'Importing the export',
				workDoneToken,
				token,
				(problem) => ({ problems: [problem] }),
				async (waiting) => {
					const table = await roster();
					const parsed = parseMapping(mapping, table);
					if ('problems' in parsed) return parsed;
					return convert(fromBase64(bytes), parsed.mapping, table, waiting);
				},
			),
	);
}
