/** The lines for CodeMirror in docs/editors.md. */
declare module 'docs:CodeMirror' {
	import type { EditorView } from '@codemirror/view';
	export function openFile(uri: string, text: string, parent: unknown): EditorView;
	export function textToSave(view: EditorView, lineBreak: string): string;
}
