import { type Diagnostic, DiagnosticTag } from 'vscode-languageserver';
import type { DiagnosticFeatures } from './clientFeatures';

/** Those that LSP has. */
const allTags: readonly DiagnosticTag[] = [DiagnosticTag.Unnecessary, DiagnosticTag.Deprecated];

/**
 * Diagnostics without the members that the client cannot show. The diagnostics passed in are not changed, since they
 * are kept.
 */
export function presentable(shows: DiagnosticFeatures, diagnostics: Diagnostic[]): Diagnostic[] {
	const { codeDescription, relatedInformation, tags } = shows;
	// Most clients show everything, and need no copy of a thousand diagnostics at every keystroke.
	if (codeDescription && relatedInformation && allTags.every((tag) => tags.has(tag))) return diagnostics;
	return diagnostics.map((diagnostic) => {
		const copy = { ...diagnostic };
		if (!codeDescription) delete copy.codeDescription;
		if (!relatedInformation) delete copy.relatedInformation;
		const shownTags = copy.tags?.filter((tag) => tags.has(tag)) ?? [];
		if (shownTags.length > 0) copy.tags = shownTags;
		else delete copy.tags;
		return copy;
	});
}
