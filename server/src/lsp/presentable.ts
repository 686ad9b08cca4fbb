import type { ClientCapabilities, Diagnostic } from 'vscode-languageserver';

/**
 * Diagnostics without the members that the client cannot show. It may announce what it shows for diagnostics that are
 * pushed or for those that it pulls; both count. The diagnostics passed in are not changed, since they are kept.
 */
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
