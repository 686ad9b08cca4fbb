import type {
	Diagnostic,
	DocumentDiagnosticReport,
	PublishDiagnosticsParams,
	WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import { type Content, needs, needsEach } from './content';

type Shown = NonNullable<NonNullable<Content['client']['textDocument']>['publishDiagnostics']>;

/** Diagnostics that are pushed. */
export function* published({ value, client }: Content<PublishDiagnosticsParams>): Iterable<string> {
	const shown = client.textDocument?.publishDiagnostics;
	yield* needs(value.version, shown?.versionSupport, 'a version');
	yield* members(value.diagnostics, shown);
}

/** The diagnostics of one document that are pulled. */
export function* pulled({ value, client }: Content<DocumentDiagnosticReport>): Iterable<string> {
	const related = client.textDocument?.diagnostic?.relatedDocumentSupport;
	yield* needs(value.relatedDocuments, related, 'related documents');
	for (const report of [value, ...Object.values(value.relatedDocuments ?? {})])
		if (report.kind === 'full') yield* members(report.items, shownIfPulled(client));
}

/** The diagnostics of all files that are pulled. */
export function* pulledWorkspace({ value, client }: Content<WorkspaceDiagnosticReport>): Iterable<string> {
	for (const report of value.items)
		if (report.kind === 'full') yield* members(report.items, shownIfPulled(client));
}

/** Diagnostics that are named elsewhere, as in a code action. */
export function repeated(diagnostics: readonly Diagnostic[], client: Content['client']): Iterable<string> {
	return members(diagnostics, shownIfPulled(client));
}

/** Since 3.18, clients announce what they show of a pulled diagnostic apart; before, only of a pushed one. */
function shownIfPulled({ textDocument }: Content['client']): Shown {
	return { ...textDocument?.publishDiagnostics, ...textDocument?.diagnostic };
}

function* members(diagnostics: readonly Diagnostic[], shown: Shown | undefined): Iterable<string> {
	for (const { relatedInformation, codeDescription, data, tags } of diagnostics) {
		yield* needs(relatedInformation, shown?.relatedInformation, 'related information');
		yield* needs(codeDescription, shown?.codeDescriptionSupport, 'a description of the code');
		yield* needs(data, shown?.dataSupport, 'data of a diagnostic');
		yield* needsEach(tags, shown?.tagSupport?.valueSet, 'tag');
	}
}
