import reading from '../../page/reading.css';
import tables from '../../page/tables.css';
import arrived from './arrived.css';
import compare from './compare.css';

/** The style sheet of the comparisons. */
export const comparisonStyles = reading + tables + compare + arrived;
