import bars from './bars.css';
import heat from './heat.css';
import media from './media.css';
import page from './page.css';
import tables from './tables.css';

/** The style sheet of the report: of the panel and of the saved file. */
export const styles = page + tables + bars + heat + media;
