import type { ClientCapabilities, Diagnostic } from 'vscode-languageserver';

/** Diagnostics without what the client did not say it can show, be it where it is pushed to or where it pulls. */
export function presentable(client: ClientCapabilities, diagnostics: Diagnostic[]): Diagnostic[] {
	const { publishDiagnostics, diagnostic: pulled } = client.textDocument ?? {};
	const { codeDescriptionSupport, relatedInformation, tagSupport } = { ...publishDiagnostics, ...pulled };
	// Most clients show everything, and need no copy of a thousand diagnostics at every keystroke.
	if (codeDescriptionSupport && relatedInformation && tagSupport) return diagnostics;
	return diagnostics.map((diagnostic) => {
		const copy = { ...diagnostic };
		if (!codeDescriptionSupport) delete copy.codeDescription;
		if (!relatedInformation) delete copy.relatedInformation;
		if (!tagSupport) delete copy.tags;
		return copy;
	});
}
