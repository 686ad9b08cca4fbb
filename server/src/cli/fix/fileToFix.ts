import { basename } from 'node:path';
import type { ActiveRules } from '../../check/activeRules';
import { LiveRoster } from '../../check/dataset/liveRoster';
import { fixAllEdits } from '../../check/fixes/fixAll';
import { Checker } from '../../check/live/checker';
import { CsvDocument } from '../../csv/document';
import { ComposedEdits } from '../../csv/edits/composeEdits';
import type { OffsetEdit } from '../../csv/edits/edit';
import { toTextEdits } from '../../csv/ranges';
import type { FileView } from '../../rules/views';
import type { Table } from '../../spec';
import type { TextFile } from './textFile';

/** A file in memory that is fixed as *Fix All* of an editor does it. */
export class FileToFix {
	/** Follows the fixed text. */
	readonly checker: Checker;
	/** How many problems are fixed so far. */
	fixed = 0;
	#edits: ComposedEdits | undefined;
	#roster: LiveRoster | undefined;

	constructor(
		readonly source: TextFile,
		table: Table,
		active: ActiveRules,
	) {
		const { path, text, byteOrderMark } = source;
		const document = new CsvDocument(path, table.languageId, 0, text);
		document.readAll();
		const file = { name: basename(path), byteOrderMark, lineBreaks: document.recordEnds };
		this.checker = new Checker(document, table, active, file);
	}

	/** The students of this file, for the rows of another one. */
	get roster(): LiveRoster {
		this.#roster ??= new LiveRoster(this.checker);
		return this.#roster;
	}

	/** Whether the text is not what was read. */
	get isChanged(): boolean {
		return this.#edits !== undefined;
	}

	/** The edits of the text that was read, ascending. */
	get edits(): readonly OffsetEdit[] {
		return this.#edits?.edits() ?? [];
	}

	/** A checker of the text as it is now that has checked it to its end. */
	settled(): Checker {
		const { document, table, active, file, roster } = this.checker;
		const lineBreaks = document.recordEnds;
		// The line breaks were looked at before rows were removed.
		if (isUnremarkable(lineBreaks) && isUnremarkable(file.lineBreaks)) return this.checker;
		const copy = new CsvDocument(document.uri, document.languageId, 0, document.getText());
		const checker = new Checker(copy, table, active, { ...file, lineBreaks });
		checker.compareWith(roster);
		checker.run();
		return checker;
	}

	/** Fixes what *Fix All* would fix now; returns whether that changed the text. */
	fixAll(): boolean {
		const { checker, source } = this;
		const { document } = checker;
		checker.run();
		if (checker.tally.fixable === 0) return false;
		const before = checker.tally.fixable;
		const edits = fixAllEdits(checker);
		if (edits.length === 0) return false;
		this.#edits ??= new ComposedEdits(source.text.length);
		this.#edits.apply(edits);
		// From the last to the first, so that each counts in the text that the ones before leave.
		const changes = toTextEdits(document, edits)
			.reverse()
			.map(({ range, newText }) => ({ range, text: newText }));
		document.update(changes, document.version + 1);
		checker.run();
		this.fixed += Math.max(1, before - checker.tally.fixable);
		return true;
	}
}

/** Whether no rule has anything to say of line breaks: there is one kind, and not the one of old Macs. */
function isUnremarkable(lineBreaks: FileView['lineBreaks'] | undefined): boolean {
	const { crlf = 0, lf = 0, cr = 0 } = lineBreaks ?? {};
	return cr === 0 && (crlf === 0 || lf === 0);
}
