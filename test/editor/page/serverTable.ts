/** A file that the real server answers for, in the place of the extension: its edits are made, and the page is told. */
import type { PageRequests } from '../../../client/src/grid/messages';
import {
	type GridCellAnswer,
	type GridCopyAnswer,
	type GridEditAnswer,
	type GridEditParams,
	type GridFindAnswer,
	type GridMarksAnswer,
	gridCellRequest,
	gridCodesRequest,
	gridCopyRequest,
	gridEditRequest,
	gridFindRequest,
	gridLayoutRequest,
	gridMarksRequest,
	gridNextProblemRequest,
	gridRowsRequest,
} from '../../../server/src/protocol';
import { Client } from '../../server/client';
import type { OpenPage, PageAnswers } from './harness';

/** A text as lines, which the edits of the server are made in. */
export class ServerTable implements PageAnswers {
	page: OpenPage | undefined;
	clipboard = '';
	#version = 1;

	private constructor(
		readonly client: Client,
		readonly uri: string,
		public text: string,
	) {}

	/** Opens a text as a file of this name. */
	static async open(fileName: string, text: string): Promise<ServerTable> {
		const client = await Client.start();
		const uri = `file:///made-up/${fileName}`;
		client.open(uri, text);
		await client.published(uri, 1);
		return new ServerTable(client, uri, text);
	}

	async answer<Method extends keyof PageRequests>(
		method: Method,
		params: PageRequests[Method][0],
	): Promise<PageRequests[Method][1]> {
		const { uri, client } = this;
		const ask = <T>(request: string, more: unknown = params): Promise<T> =>
			client.request<T>(request, { uri, ...(more as object) });
		const answers: { readonly [Each in keyof PageRequests]?: () => unknown } = {
			begin: () => ({ fileName: uri.split('/').at(-1), arrangement: null, kept: null }),
			layout: () => ask(gridLayoutRequest, {}),
			rows: () => ask(gridRowsRequest),
			cell: async () => (await ask<GridCellAnswer>(gridCellRequest))?.value ?? null,
			codes: () => ask(gridCodesRequest),
			find: async () => (await ask<GridFindAnswer>(gridFindRequest))?.row ?? null,
			nextProblem: () => ask(gridNextProblemRequest),
			marks: async () => (await ask<GridMarksAnswer>(gridMarksRequest))?.marks ?? null,
			edit: () => this.#edit(params as PageRequests['edit'][0]),
			copy: async () => {
				const file = { uri, version: this.#version };
				const answer = await ask<GridCopyAnswer>(gridCopyRequest, { ...(params as object), file });
				if ('text' in answer) this.clipboard = answer.text;
				return answer;
			},
			clipboard: () => this.clipboard,
			actions: () => [],
		};
		return ((await answers[method]?.()) ?? null) as PageRequests[Method][1];
	}

	/** Changes the file as somebody who edits its text does. */
	async write(text: string): Promise<void> {
		this.text = text;
		this.#version = this.client.change(this.uri, { text });
		await this.client.published(this.uri, this.#version);
		await this.page?.send({ type: 'changed', version: this.#version });
	}

	async #edit({ view, order, action }: PageRequests['edit'][0]): Promise<PageRequests['edit'][1]> {
		const file = { uri: this.uri, version: this.#version };
		const params: GridEditParams = { file, view, order, action };
		const answer = await this.client.request<GridEditAnswer>(gridEditRequest, params);
		if (!('files' in answer)) return { problem: JSON.stringify(answer) };
		const { edits = [] } = answer.files[0] ?? {};
		if (edits.length > 0) void this.write(withEdits(this.text, edits));
		return { changed: answer.changed, unreadable: answer.unreadable };
	}
}

type Edits = Extract<GridEditAnswer, { files: unknown }>['files'][number]['edits'];

function withEdits(text: string, edits: Edits): string {
	const starts = [0];
	for (const { index } of text.matchAll(/\n/g)) starts.push(index + 1);
	const offset = ({ line, character }: { line: number; character: number }): number =>
		(starts[line] ?? text.length) + character;
	return [...edits]
		.sort((a, b) => offset(b.range.start) - offset(a.range.start))
		.reduce(
			(all, { range, newText }) => all.slice(0, offset(range.start)) + newText + all.slice(offset(range.end)),
			text,
		);
}
