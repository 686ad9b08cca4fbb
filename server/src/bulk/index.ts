/** What works on whole files: pure, in small steps, and none changes anything by itself. */
export { addMissing } from './addMissing';
export { columnCounts, columnValues } from './columnValues';
export { fileEdits } from './fileEdits';
export { moveToRoster } from './moveToRoster';
export { problemList } from './problemList';
export { removeRows, unknownRows } from './removeUnknown';
export { replaceValue } from './replaceValue';
export type { Steps } from './rowReader';
export { splitFromRoster } from './splitFromRoster';
