import { window, workspace } from 'vscode';

/** Shows a text as a new document that is not saved anywhere. */
export async function openUntitled(content: string, language: string): Promise<void> {
	await window.showTextDocument(await workspace.openTextDocument({ content, language }), { preview: false });
}
