/** The table editor's view of a file. What is more than a look at a few cells works in small steps. */
export { cellValue, columnCodes, rangeOfCell } from './cells';
export { gridLayout } from './layout';
export { gridMarks } from './marks';
export { nextProblem } from './nextProblem';
export { gridRows } from './rows';
export { viewRows } from './viewRows';
