import { fromBase64 } from '@exodus/bytes/base64.js';
import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { Waiting } from './convert/feed';
import { proposeCodes } from './convert/import/codes';
import { convert } from './convert/import/convert';
import { inspect } from './convert/import/inspect';
import { parseMapping } from './convert/import/parseMapping';
import { beginProgress } from './progress';
import {
	type CodesParams,
	type ConvertAnswer,
	type ConvertParams,
	codesRequest,
	convertRequest,
	type InspectAnswer,
	type InspectParams,
	inspectRequest,
} from './protocol';

/** Answers the requests of an import. No file needs to be open, and none is read here. */
export function registerImport(connection: Connection): void {
	/** Runs something that takes its time; what fails is logged without a word of the export, and answered neutrally. */
	async function run<T>(
		title: string,
		workDoneToken: string | number | undefined,
		token: CancellationToken,
		failed: (problem: string) => T,
		work: (waiting: Waiting) => Promise<T>,
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
				(waiting) => inspect(fromBase64(bytes), layout, waiting),
			),
	);
	connection.onRequest(
		codesRequest,
		({ column, values }: CodesParams) => proposeCodes(column, values) ?? null,
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
					const parsed = parseMapping(mapping);
					return 'problems' in parsed ? parsed : convert(fromBase64(bytes), parsed.mapping, waiting);
				},
			),
	);
}
