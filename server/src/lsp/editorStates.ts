import type { EditorState } from '../coverage/checkerFacts';
import type { DocumentFacts } from '../protocol';

/** The encodings that VS Code names otherwise than people do, by its ids. */
const encodingNames: Readonly<Record<string, string>> = {
	utf16le: 'UTF-16',
	utf16be: 'UTF-16',
	windows1252: 'Windows-1252',
	iso88591: 'ISO 8859-1',
	iso885915: 'ISO 8859-15',
	macroman: 'Mac Roman',
};

/** The ids of the encodings that Clever reads: a byte order mark does not matter. */
const utf8: readonly string[] = ['utf8', 'utf8bom'];

/** What the client has said about its open documents. */
export class EditorStates {
	readonly #byUri = new Map<string, EditorState>();

	/** Takes what the client tells of a document. */
	set({ uri, isDirty, encoding }: DocumentFacts): void {
		const name = encodingNames[encoding] ?? encoding;
		this.#byUri.set(uri, {
			isDirty: isDirty === true,
			encoding: typeof encoding !== 'string' || utf8.includes(encoding) ? undefined : name,
		});
	}

	/** What the client has said about a document; undefined if it never did. */
	of(uri: string): EditorState | undefined {
		return this.#byUri.get(uri);
	}

	/** Forgets a document that was closed. */
	delete(uri: string): void {
		this.#byUri.delete(uri);
	}
}
