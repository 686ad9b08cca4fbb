/** The script of the webview: it shows the report that the panel sends, and sends clicks back. */
import type { CoverageReport } from '../../../../server/src/protocol';
import { lineText } from '../../../../server/src/safeText';
import { element } from '../../page/dom';
import type { FromPage, ToPage } from '../messages';
import { patch } from './patch';
import { savedPage } from './savedPage';
import { sections } from './sections';
import { styles } from './styles';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void };

const panel = acquireVsCodeApi();
const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

const files = element('p', { class: 'quiet' }, 'Counting…');
const save = element('button', { class: 'main', disabled: '' }, 'Save as HTML…');
const heading = element('div', {}, element('h1', {}, 'Coverage Report'), files);
const main = element('main', {});
document.body.append(element('header', { class: 'top' }, heading, save), main);

save.addEventListener('click', () => panel.postMessage({ type: 'save' }));
main.addEventListener('click', ({ target }) => {
	const { rule, file } = (target as Element).closest<HTMLElement>('[data-rule]')?.dataset ?? {};
	if (rule && file) panel.postMessage({ type: 'go', rule, fileName: file });
});
window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
	if (data.type === 'report') show(data.report);
	else if (data.type === 'save') panel.postMessage({ type: 'file', html: savedPage(data.report) });
	else {
		files.textContent = lineText(data.reason);
		save.disabled = true;
		patch(main, []);
	}
});
panel.postMessage({ type: 'ready' });

function show(report: CoverageReport): void {
	files.textContent = lineText(report.files.join(' and '));
	save.disabled = report.students === 0;
	patch(main, sections(report));
}
