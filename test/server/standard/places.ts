import { Position, Range, type TextEdit } from 'vscode-languageserver';
import { type Candidates, type Documents, rangeFault } from './documents';

/** Members that hold what the client sent, or what only the server or a command reads. */
const opaque: ReadonlySet<string> = new Set(['data', 'arguments']);

/** Members that hold an object with URIs as its keys. */
const keyedByUri: ReadonlySet<string> = new Set(['changes', 'relatedDocuments']);

interface Place {
	readonly uri: string;
	readonly range: Range;
	/** The version that the message names for the document. */
	readonly version: number | null | undefined;
}

/**
 * What is wrong with the places in a message: each must lie in its document as the client had it at one time since an
 * event, or in the version that the message names.
 *
 * @param uri the document that the message is about, for places without one of their own.
 */
export function* placeFaults(
	documents: Documents,
	since: number,
	value: unknown,
	uri: string | undefined,
): Iterable<string> {
	for (const place of placesIn(value, { uri, asked: uri, version: undefined })) {
		const candidates = documents.since(since, place.uri);
		const fault = candidates && faultIn(candidates, place);
		if (fault) yield `${fault}: ${JSON.stringify(place)}`;
	}
}

function faultIn({ snapshots }: Candidates, { range, version }: Place): string | undefined {
	const named = typeof version === 'number' ? snapshots.filter((one) => one.version === version) : snapshots;
	const isForgotten = typeof version === 'number' && version < (snapshots[0]?.version ?? 0);
	if (named.length === 0) return isForgotten ? undefined : 'a version that the client does not have';
	const faults = named.map(({ document }) => document && rangeFault(document, range));
	return faults.every((fault) => fault !== undefined) ? faults.at(-1) : undefined;
}

interface Around {
	readonly uri: string | undefined;
	readonly asked: string | undefined;
	readonly version: number | null | undefined;
}

/** All ranges, and positions as empty ranges, each with the document that it lies in. */
function* placesIn(value: unknown, around: Around): Iterable<Place> {
	if (typeof value !== 'object' || value === null) return;
	const { uri, version } = around;
	if (Range.is(value)) {
		if (uri !== undefined) yield { uri, range: value, version };
	} else if (Position.is(value)) {
		if (uri !== undefined) yield { uri, range: { start: value, end: value }, version };
	} else if (Array.isArray(value)) {
		for (const one of value) yield* placesIn(one, around);
	} else yield* placesInMembers(value, around);
}

function* placesInMembers(value: object, around: Around): Iterable<Place> {
	const { textDocument, targetUri, ...own } = value as {
		readonly uri?: unknown;
		readonly version?: unknown;
		readonly textDocument?: { readonly uri: string; readonly version: number | null };
		readonly targetUri?: string;
	};
	const uri = textDocument?.uri ?? (typeof own.uri === 'string' ? own.uri : around.uri);
	const version =
		textDocument?.version ??
		(typeof own.version === 'number' ? own.version : uri === around.uri ? around.version : undefined);
	for (const [name, member] of Object.entries(own)) {
		// A code action repeats the diagnostics that the client named, which may be older than its text.
		if (opaque.has(name) || (name === 'diagnostics' && 'title' in value)) continue;
		if (keyedByUri.has(name) && !Array.isArray(member)) {
			for (const [key, values] of Object.entries(member as object))
				yield* placesIn(values, { ...around, uri: key, version: undefined });
		} else if (name.startsWith('target') && targetUri) {
			yield* placesIn(member, { ...around, uri: targetUri, version: undefined });
		} else if (name === 'originSelectionRange') {
			yield* placesIn(member, { ...around, uri: around.asked });
		} else yield* placesIn(member, { ...around, uri, version });
	}
}

/** The first two edits of one document that overlap, in words. Inserts at one place may precede a change there. */
export function overlap(edits: readonly Pick<TextEdit, 'range'>[]): string | undefined {
	const sorted = edits.map(({ range }) => range).sort((a, b) => compare(a.start, b.start));
	for (const [index, range] of sorted.entries()) {
		const before = sorted[index - 1];
		if (before && compare(before.end, range.start) > 0)
			return `edits overlap: ${JSON.stringify(before)} and ${JSON.stringify(range)}`;
	}
	return undefined;
}

function compare(a: Position, b: Position): number {
	return a.line - b.line || a.character - b.character;
}

/** Whether one range lies in another. */
export function liesIn(inner: Range, outer: Range): boolean {
	return compare(outer.start, inner.start) <= 0 && compare(inner.end, outer.end) <= 0;
}

/** Whether a position lies in a range or at one of its ends. */
export function touches(range: Range, position: Position): boolean {
	return liesIn({ start: position, end: position }, range);
}
