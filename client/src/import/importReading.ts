import { toBase64 } from '@exodus/bytes/base64.js';
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
	type Mapping,
} from '../../../server/src/protocol';
import type { LanguageServer, ProgressListener } from '../server/languageServer';
import { withProgress } from '../ui/withProgress';
import type { ExportBytes } from './exportFile';

/** Takes whole percentages, 0 to 100. */
type OnPercentage = (percentage: number) => void;

/** What an export is read by. */
type ToRead = Pick<ImportOpenParams, 'decisions' | 'format' | 'mappings'>;

let lastId = 0;

/** An export that the server has read and keeps. Every method gives undefined where the person cancels. */
export class ImportReading {
	readonly #id = `import-${Date.now()}-${++lastId}`;

	/** @param name of the export's file. */
	constructor(
		private readonly server: LanguageServer,
		private readonly name: string,
	) {}

	/** Lets the server read an export. */
	open(
		{ bytes, users, roster }: ExportBytes,
		{ decisions, format, mappings }: ToRead,
		onPercentage: OnPercentage,
	): Promise<ImportOpenAnswer | undefined> {
		const params: ImportOpenParams = {
			id: this.#id,
			name: this.name,
			bytes: toBase64(bytes),
			users: users && toBase64(users),
			roster: roster && toBase64(roster),
			decisions,
			format,
			mappings: mappings.map(({ name, text }) => ({ name, text })),
		};
		return this.#ask<ImportOpenAnswer>(`Reading ${this.name}`, importOpenRequest, params, onPercentage);
	}

	/** What the export becomes by these decisions. */
	plan(decisions: Mapping, onPercentage: OnPercentage): Promise<ImportPlanAnswer | undefined> {
		const params: ImportPlanParams = { id: this.#id, decisions };
		return this.#ask<ImportPlanAnswer>(`Reading ${this.name}`, importPlanRequest, params, onPercentage);
	}

	/**
	 * The files that the decisions make.
	 *
	 * @param roster the bytes of the students.csv that they would replace.
	 */
	convert(
		decisions: Mapping,
		roster: Uint8Array | undefined,
		onPercentage: OnPercentage,
	): Promise<ImportConvertAnswer | undefined> {
		const params: ImportConvertParams = { id: this.#id, decisions, roster: roster && toBase64(roster) };
		return this.#ask<ImportConvertAnswer>(
			`Importing ${this.name}`,
			importConvertRequest,
			params,
			onPercentage,
		);
	}

	/** Lets the server forget the export. */
	close(): void {
		if (this.server.isRunning) void this.server.request(importCloseRequest, { id: this.#id }).catch(() => {});
	}

	#ask<T>(title: string, method: string, params: object, onPercentage: OnPercentage): Promise<T | undefined> {
		return withProgress(title, (listener: ProgressListener) =>
			this.server.ask<T>(method, params, {
				token: listener.token,
				onPercentage: (percentage) => {
					listener.onPercentage(percentage);
					onPercentage(percentage);
				},
			}),
		);
	}
}
