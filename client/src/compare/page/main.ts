/** The script of the webview of the comparisons: it shows the view that its panel sends, and sends clicks back. */
import { element } from '../../page/dom';
import { patch } from '../../page/patch';
import { targetOf } from '../../page/rowLink';
import type { FromComparePage, ToComparePage } from '../messages';
import { arrivedView } from './arrivedView';
import { changesView } from './changesView';
import { comparisonStyles } from './styles';
import { type PageView, sentMessage } from './view';

declare function acquireVsCodeApi(): { postMessage(message: FromComparePage): void };

const panel = acquireVsCodeApi();
const sheet = new CSSStyleSheet();
sheet.replaceSync(comparisonStyles);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

const head = element('div', {});
const main = element('main', {});
document.body.append(element('header', { class: 'top' }, head), main);

main.addEventListener('click', ({ target }) => {
	const button = (target as Element).closest('button');
	if (!button) return;
	const rows = targetOf(button);
	const message = rows ? ({ type: 'rows', target: rows } as const) : sentMessage(button);
	if (message) panel.postMessage(message);
});
window.addEventListener('message', ({ data }: MessageEvent<ToComparePage>) => show(viewOf(data)));
panel.postMessage({ type: 'ready' });

function viewOf(message: ToComparePage): PageView {
	if (message.type === 'changes') {
		return changesView(message.changes, message.district, message.comparedWith);
	}
	if (message.type === 'arrived') return arrivedView(message.report, message.lists, message.district);
	const { title, district, reason } = message;
	return { title, district, about: reason, sections: [] };
}

function show({ title, district, about, sections }: PageView): void {
	const name = district === '' ? [] : [element('bdi', {}, district), ': '];
	patch(head, [element('h1', {}, ...name, title), element('p', { class: 'quiet' }, about)]);
	patch(main, sections);
	// What a click has opened may be further down.
	document.getElementById('opened')?.scrollIntoView({ block: 'nearest' });
}
