/** Commands on whole files. They work in small steps and change nothing themselves: they return edits. */
export { addColumn } from './addColumn';
export { addMissing } from './addMissing';
export { columnCounts, columnValues } from './columnValues';
export { fileEdits } from './fileEdits';
export { describeList } from './fill/describeList';
export { checkedRules, fillableColumns } from './fill/fillable';
export { applyFillRule } from './fill/fillByRule';
export { fillFromList, listValues } from './fill/fillFromList';
export { moveToRoster } from './moveToRoster';
export { problemList } from './problemList';
export { removeRows, unknownRows } from './removeUnknown';
export { replaceValue } from './replaceValue';
export { splitFromRoster } from './splitFromRoster';
