import type { Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client } from '../client';

/** A file as an editor has it open: its text follows its edits, and so does the server. */
export class EditedFile {
	#document: TextDocument;

	constructor(
		private readonly client: Client,
		readonly uri: string,
		text: string,
	) {
		this.#document = TextDocument.create(uri, 'csv', 1, text);
		client.open(uri, text);
	}

	get text(): string {
		return this.#document.getText();
	}

	get lines(): number {
		return this.#document.lineCount;
	}

	/** The whole text. */
	get all(): Range {
		return this.range(0, this.text.length);
	}

	at(offset: number): Position {
		return this.#document.positionAt(offset);
	}

	range(from: number, to: number): Range {
		return { start: this.at(from), end: this.at(to) };
	}

	/** The place of the first occurrence of a text, and some units on. */
	find(text: string, units = 0): Position {
		return this.at(this.text.indexOf(text) + units);
	}

	/** The places where a cursor may stand: at the start and end of each field and between its characters. */
	get cursors(): readonly Position[] {
		const offsets: number[] = [];
		let offset = 0;
		for (const character of this.text) {
			if (offset % 3 === 0 || /[,"\r\n]/.test(character)) offsets.push(offset);
			offset += character.length;
		}
		return [...offsets, offset].map((at) => this.at(at));
	}

	/** Replaces a part of the text. */
	edit(range: Range, text: string): void {
		this.#apply([{ range, text }]);
	}

	/** Applies edits as one change, the last first, so that each finds its place. */
	applyAll(edits: readonly TextEdit[]): void {
		if (edits.length === 0) return;
		const offset = ({ range }: TextEdit): number => this.#document.offsetAt(range.start);
		const lastFirst = edits.toSorted((a, b) => offset(b) - offset(a));
		this.#apply(lastFirst.map(({ range, newText }) => ({ range, text: newText })));
	}

	close(): void {
		this.client.close(this.uri);
	}

	#apply(changes: { readonly range: Range; readonly text: string }[]): void {
		const version = this.client.change(this.uri, ...changes);
		this.#document = TextDocument.update(this.#document, changes, version);
	}
}

/** The edits of one file in an edit of several, in either of the two forms. */
export function editsOf(edit: WorkspaceEdit | null | undefined, uri: string): readonly TextEdit[] {
	const versioned = (edit?.documentChanges ?? []).flatMap((change) =>
		'textDocument' in change && change.textDocument.uri === uri
			? change.edits.filter((one): one is TextEdit => 'newText' in one)
			: [],
	);
	return [...(edit?.changes?.[uri] ?? []), ...versioned];
}
