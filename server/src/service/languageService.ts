/** What an editor can ask of a checked file. Each is a function of the checker; none knows a connection. */
export { codeActions } from './codeActions';
export { codeLenses } from './codeLenses';
export { completion } from './completion';
export { columnCoverage } from './coverage/columnCoverage';
export { count } from './coverage/count';
export { firstProblem } from './coverage/firstProblem';
export { reportOf } from './coverage/report';
export { suppressed } from './coverage/suppress';
export { diagnostics } from './diagnostics';
export { toTextEdits } from './edits';
export { hover } from './hover';
export { plainText } from './plainText';
export { placeOf, statusOf } from './status';
export { documentSymbols, selectionRanges } from './symbols';
export { tablesFor } from './tables';
