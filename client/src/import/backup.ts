import { Uri, workspace } from 'vscode';
import { isRecord } from '../../../server/src/messageForms';
import type { Mapping } from '../../../server/src/protocol';

/** What outlives a reload of the window. It holds no value of a student but those of columns with codes. */
export interface ImportBackup {
	readonly decisions: Mapping;
	/** The mapping file that the decisions go on with, and its text: Save may replace that without a question. */
	readonly mapping: { readonly uri: Uri; readonly text: string } | undefined;
}

/** A backup as VS Code takes it. */
interface Backup {
	/** By which VS Code names it when it opens the file again. */
	readonly id: string;
	delete(): void;
}

/** Writes a backup where VS Code keeps them. */
export async function writeBackup({ decisions, mapping }: ImportBackup, destination: Uri): Promise<Backup> {
	const kept = { decisions, mapping: mapping && { uri: mapping.uri.toString(), text: mapping.text } };
	await workspace.fs.writeFile(destination, new TextEncoder().encode(JSON.stringify(kept)));
	const id = destination.toString();
	return { id, delete: () => void deleteBackup(id) };
}

/** Deletes a backup, which may be deleted already. */
export async function deleteBackup(id: string): Promise<void> {
	await workspace.fs.delete(Uri.parse(id)).then(undefined, () => {});
}

/** Reads a backup; undefined where it cannot be read. */
export async function readBackup(id: string): Promise<ImportBackup | undefined> {
	try {
		const bytes = await workspace.fs.readFile(Uri.parse(id));
		const backup: unknown = JSON.parse(new TextDecoder().decode(bytes));
		if (!isRecord(backup) || !isRecord(backup.decisions)) return undefined;
		const { decisions, mapping } = backup;
		const isWhole = isRecord(mapping) && typeof mapping.uri === 'string' && typeof mapping.text === 'string';
		return {
			decisions: decisions as Mapping,
			mapping: isWhole ? { uri: Uri.parse(String(mapping.uri)), text: String(mapping.text) } : undefined,
		};
	} catch {
		return undefined;
	}
}
