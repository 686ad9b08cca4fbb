/** The script of the webview in which an export becomes the two files. */

import { connect } from '../../page/connection';
import type { ImportRequests } from '../messages';
import type { ImportEvent } from './asked';
import { ImportPage } from './importPage';
import { importStyles } from './styles';

const sheet = new CSSStyleSheet();
sheet.replaceSync(importStyles);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

const extension = connect<ImportRequests, ImportEvent>();
const page = new ImportPage(extension);
extension.onEvent((event) => {
	if (event.type === 'state') page.show(event.state);
	else page.showPlaces(event.places);
});
extension
	.ask('begin', null)
	.then(({ places, state }) => {
		page.showPlaces(places);
		page.show(state);
	})
	// A request that failed has been told by the extension.
	.catch(() => undefined);
