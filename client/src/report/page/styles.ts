import reading from '../../page/reading.css';
import tables from '../../page/tables.css';
import bars from './bars.css';
import heat from './heat.css';
import media from './media.css';

/** The style sheet of the report: of the panel and of the saved file. */
export const styles = reading + tables + bars + heat + media;
