/** The answers to an editor's questions about a checked file. Each is a function of the checker; none uses a connection. */

export type { ClientCommands } from './clientCommands';
export { codeActions, fixAllKind } from './codeActions';
export { codeLenses, fileStateText, type LensCommands } from './codeLenses';
export { completion } from './completion/completion';
export type { Offered } from './completion/filterText';
export { MAX_STUDENTS, studentCompletion, takesStudent } from './completion/studentCompletion';
export { diagnostics } from './diagnostics';
export { inlayHints, MAX_HINTS } from './display/inlayHints';
export { encoded, semanticTokens, tokenLegend } from './display/semanticTokens';
export { decisionKind } from './districtActions';
export { type FilePair, pairOf } from './filePair';
export { columnHover, columnOfCodesAt } from './hover/columnHover';
export { hover } from './hover/hover';
export { studentHover } from './hover/studentHover';
export { definition } from './navigation/definition';
export { firstProblem } from './navigation/firstProblem';
export { documentHighlights, references } from './navigation/references';
export { prepareRename, rename } from './navigation/rename';
export { documentSymbols, selectionRanges } from './navigation/symbols';
export { MAX_SYMBOLS, workspaceSymbols } from './navigation/workspaceSymbols';
export { plainText } from './plainText';
export { groupFixEdits } from './problemGroups/groupFixes';
export { problemGroups } from './problemGroups/problemGroups';
export type { ShownDiagnostic } from './shownTypes';
export { placeOf, statusOf } from './status';
export { idAt, personOf } from './students/student';
