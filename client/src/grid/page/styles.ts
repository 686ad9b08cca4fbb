import grid from './grid.css';

/** The style sheet of the grid; that of the parts around it is theirs. */
export const gridStyles = grid;
