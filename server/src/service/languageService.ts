/** What an editor can ask of a checked file. Each is a function of the checker; none knows a connection. */
export { codeActions } from './codeActions';
export { completion } from './completion';
export { definition } from './definition';
export { diagnostics } from './diagnostics';
export { toTextEdits } from './edits';
export { hover } from './hover';
export { inlayHints, MOST_HINTS } from './inlayHints';
export { plainText } from './plainText';
export { documentHighlights, references } from './references';
export { prepareRename, type Refusal, rename } from './rename';
export { encoded, semanticTokens, tokenLegend } from './semanticTokens';
export { placeOf, statusOf } from './status';
export { idAt } from './student';
export { MOST_STUDENTS, studentCompletion, takesStudent } from './studentCompletion';
export { studentHover } from './studentHover';
export { documentSymbols, selectionRanges } from './symbols';
export { tablesFor } from './tables';
export { MOST_SYMBOLS, workspaceSymbols } from './workspaceSymbols';
