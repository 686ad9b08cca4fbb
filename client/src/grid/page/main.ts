/** The script of the webview that shows a file as a table. */
import { SlickGrid } from 'slickgrid';
import Sortable from 'sortablejs';
import { connect } from './extension';

void [SlickGrid, Sortable, connect()];
