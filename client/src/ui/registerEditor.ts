import { type CustomEditorProvider, type CustomTextEditorProvider, type Disposable, window } from 'vscode';

type EditorOptions = Parameters<typeof window.registerCustomEditorProvider>[2];

/** Lets VS Code show files in an editor of ours. Its title is the file's name, which VS Code draws itself. */
export function registerEditor(
	viewType: string,
	provider: CustomEditorProvider | CustomTextEditorProvider,
	options: EditorOptions,
): Disposable {
	return window.registerCustomEditorProvider(viewType, provider, options);
}
