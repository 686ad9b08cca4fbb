import { Uri, workspace } from 'vscode';
import type { FileEdits } from '../../../server/src/protocol';
import { countOf, plural } from '../../../server/src/wording';
import { currentDocument } from '../files/currentView';
import { openDocument } from '../files/documents';
import { baseName } from '../files/fileKinds';
import { showInformation } from './messages';
import { showFailure } from './showFailure';

/** A button of a message, and what it does. */
export interface Button {
	readonly title: string;
	readonly run: () => Promise<void>;
}

/** Sentences about files that were changed: that they are not saved, and what Undo restores. */
interface UndoHint {
	readonly unsaved: string;
	/** What it does, such as "reverses all of it". */
	readonly undo: string;
}

const undoAll: UndoHint = { unsaved: 'Not saved yet.', undo: 'reverses all of it' };

/**
 * Says what was done to files that are open, and offers to save them. Returns at once: a command does not wait for
 * the answer. VS Code shortens a message without a button to one line.
 */
export function announce(
	message: string,
	files: readonly Pick<FileEdits, 'uri'>[],
	buttons: readonly Button[] = [],
	{ unsaved, undo } = undoAll,
): void {
	const isChanged = files.length > 0;
	const isUnsaved = isChanged && !isAutoSaved();
	const save: Button = { title: 'Save', run: () => saveAll(files) };
	const offered = isUnsaved ? [...buttons, save] : buttons;
	const text = [
		message,
		...(isUnsaved ? [unsaved] : []),
		...(isChanged ? [`Undo${undoPlace(files)} ${undo}.`] : []),
	].join(' ');
	void showInformation(text, ...offered.map(({ title }) => title)).then((picked) =>
		offered
			.find(({ title }) => title === picked)
			?.run()
			.catch(showFailure),
	);
}

/** Where Undo must be used: " in students.csv", or nothing where a changed file is the active one. */
function undoPlace(files: readonly Pick<FileEdits, 'uri'>[]): string {
	const uris = files.map(({ uri }) => Uri.parse(uri));
	const active = currentDocument()?.uri.toString();
	const [first] = uris;
	return !first || uris.some((uri) => uri.toString() === active) ? '' : ` in ${baseName(first.path)}`;
}

/** A sentence on rows that could not be read, with a space before it; empty if there are none. */
export function unreadableRows(rows: number, fileName?: string): string {
	if (rows === 0) return '';
	return ` ${countOf(rows, 'row')}${fileName ? ` of ${fileName}` : ''} could not be read and ${plural(rows, 'was', 'were')} left unchanged.`;
}

/** By default, VS Code in a browser saves each change a second later. */
function isAutoSaved(): boolean {
	return workspace.getConfiguration('files').get('autoSave') === 'afterDelay';
}

async function saveAll(files: readonly Pick<FileEdits, 'uri'>[]): Promise<void> {
	for (const { uri } of files) {
		const isSaved = await openDocument(Uri.parse(uri))?.save();
		if (!isSaved) throw new Error(`${baseName(Uri.parse(uri).path)} could not be saved.`);
	}
}
