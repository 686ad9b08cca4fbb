/** The script of the webview that shows a file as a table. */
import { SlickGrid } from 'slickgrid';
import Sortable from 'sortablejs';
import { connect } from './extension';
import { createRegions } from './regions';
import { createSurroundings } from './surroundings';

void [SlickGrid, Sortable, connect(), createRegions(), createSurroundings];
