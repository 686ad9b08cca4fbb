import type {
	DidChangeTextDocumentParams,
	DidCloseTextDocumentParams,
	DidOpenTextDocumentParams,
	Position,
	Range,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** Longer texts are not followed: tests of large files are about time, and places are checked by the others. */
const MAX_FOLLOWED = 500_000;

/** How many texts of a document are kept for messages that are on their way. */
const KEPT = 50;

interface Snapshot {
	/** Undefined for a text that is too long to follow. */
	readonly document: TextDocument | undefined;
	readonly version: number;
	/** The number of the event that made the text. */
	readonly from: number;
	/** The number of the event that replaced or closed it. */
	until: number;
}

/** The texts of one document that the server may have seen when it made an answer. */
export interface Candidates {
	readonly uri: string;
	readonly snapshots: readonly Pick<Snapshot, 'document' | 'version'>[];
}

/** The documents that a client has open, with their texts as the client has them. */
export class Documents {
	readonly #snapshots = new Map<string, Snapshot[]>();
	#events = 0;

	/** The number of the newest event, for `between`. */
	get now(): number {
		return this.#events;
	}

	/** Follows a message of the client. */
	take(method: string, params: unknown): void {
		if (method === 'textDocument/didOpen') this.#open(params as DidOpenTextDocumentParams);
		if (method === 'textDocument/didChange') this.#change(params as DidChangeTextDocumentParams);
		if (method === 'textDocument/didClose')
			this.#end((params as DidCloseTextDocumentParams).textDocument.uri);
	}

	/** Follows a change that nobody understands: the text is unknown from there on. */
	takeMalformed(method: string, params: unknown): void {
		const { uri, version } = (params as Partial<DidChangeTextDocumentParams> | null)?.textDocument ?? {};
		if (method === 'textDocument/didChange' && uri !== undefined && typeof version === 'number')
			this.#add(uri, version, undefined);
	}

	/** The texts that a document had at one time or another since an event; undefined if it was never open. */
	since(event: number, uri: string): Candidates | undefined {
		const snapshots = this.#snapshots.get(uri)?.filter(({ until }) => until >= event);
		return snapshots?.length ? { uri, snapshots } : undefined;
	}

	/** The version that is open now. */
	newestVersion(uri: string): number | undefined {
		const newest = this.#snapshots.get(uri)?.at(-1);
		return newest?.until === Number.POSITIVE_INFINITY ? newest.version : undefined;
	}

	#open({ textDocument: { uri, languageId, version, text } }: DidOpenTextDocumentParams): void {
		const isFollowed = text.length <= MAX_FOLLOWED;
		this.#add(uri, version, isFollowed ? TextDocument.create(uri, languageId, version, text) : undefined);
	}

	#change({ textDocument: { uri, version }, contentChanges }: DidChangeTextDocumentParams): void {
		const before = this.#snapshots.get(uri)?.at(-1);
		if (before?.until !== Number.POSITIVE_INFINITY) return;
		const copy =
			before.document &&
			TextDocument.create(uri, before.document.languageId, version, before.document.getText());
		this.#add(uri, version, copy && TextDocument.update(copy, [...contentChanges], version));
	}

	#add(uri: string, version: number, document: TextDocument | undefined): void {
		this.#end(uri);
		const kept = this.#snapshots.get(uri)?.slice(1 - KEPT) ?? [];
		const until = Number.POSITIVE_INFINITY;
		this.#snapshots.set(uri, [...kept, { document, version, from: this.#events, until }]);
	}

	#end(uri: string): void {
		const open = this.#snapshots.get(uri)?.at(-1);
		if (open?.until === Number.POSITIVE_INFINITY) open.until = this.#events;
		this.#events++;
	}
}

/** What is wrong with a range in a text; undefined if nothing is. */
export function rangeFault(document: TextDocument, { start, end }: Range): string | undefined {
	if (start.line > end.line || (start.line === end.line && start.character > end.character))
		return 'its start lies behind its end';
	return positionFault(document, start) ?? positionFault(document, end);
}

/** What is wrong with a position in a text; undefined if nothing is. */
export function positionFault(document: TextDocument, { line, character }: Position): string | undefined {
	if (line >= document.lineCount) return `line ${line} of ${document.lineCount}`;
	const text = lineOf(document, line);
	if (character > text.length) return `character ${character} of ${text.length} in line ${line}`;
	return splitsPair(text, character) ? `character ${character} of line ${line} splits a pair` : undefined;
}

/** A line of a document without its line break. */
export function lineOf(document: TextDocument, line: number): string {
	const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
	return document.getText(range).replace(/\r?\n$|\r$/, '');
}

/** Whether a place lies between the two units of a character beyond the Basic Multilingual Plane. */
export function splitsPair(text: string, index: number): boolean {
	return (text.codePointAt(index - 1) ?? 0) > 0xff_ff;
}
