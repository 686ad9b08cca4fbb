import type {
	ClientCapabilities,
	MarkupContent,
	MarkupKind,
	ServerCapabilities,
} from 'vscode-languageserver';
import type { Candidates } from '../documents';

/** A value from the server that has the right shape, and what decides whether it may be sent. */
export interface Content<T = unknown, P = unknown> {
	readonly value: T;
	/** The parameters of the request that it answers. */
	readonly asked: P;
	readonly client: ClientCapabilities;
	readonly server: ServerCapabilities;
	/** The texts of a document that the answer may be about. */
	texts(uri: string): Candidates | undefined;
}

/** Says what is wrong with a value, one sentence for each fault. */
export type Check = (content: Content<never, never>) => Iterable<string>;

/** A member that may be there only if the client announced it. */
export function* needs(member: unknown, announced: unknown, what: string): Iterable<string> {
	if (member !== undefined && !announced) yield `${what}, which the client did not announce`;
}

/** Values that the client must know one by one. */
export function* needsEach<T>(
	values: readonly T[] | undefined,
	known: readonly T[] | undefined,
	what: string,
): Iterable<string> {
	for (const value of values ?? [])
		if (!known?.includes(value)) yield `${what} ${value}, which the client did not announce`;
}

/** A text in one of the formats that a client names. One that names none of the standard's reads plain text. */
export function* markup(
	text: string | MarkupContent | undefined,
	formats: readonly MarkupKind[] | undefined,
	what: string,
): Iterable<string> {
	const named = formats?.filter((format) => format === 'plaintext' || format === 'markdown') ?? [];
	const known: readonly MarkupKind[] = named.length > 0 ? named : ['plaintext'];
	if (typeof text === 'object') yield* needsEach([text.kind], known, `${what} as`);
}
