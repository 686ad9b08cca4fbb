/** What works on whole files: pure, in small steps, and none changes anything by itself. */
export { addMissing } from './addMissing';
export { fileEdits } from './fileEdits';
export { moveToRoster } from './move';
export { problemList } from './problemList';
export { removeRows, unknownRows } from './removeUnknown';
export { replaceValue } from './replace';
export type { Steps } from './rows';
export { splitFromRoster } from './split';
export { columnCounts, columnValues } from './values';
