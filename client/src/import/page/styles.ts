import controls from '../../page/controls.css';
import popup from '../../page/popup.css';
import media from './media.css';
import page from './page.css';
import picker from './picker.css';
import preview from './preview.css';
import targets from './targets.css';

/** The style sheet of the page. */
export const importStyles = controls + popup + page + picker + targets + preview + media;
