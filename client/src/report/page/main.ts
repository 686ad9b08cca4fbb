/** The script of the webview: it shows the report that the panel sends, and sends clicks back. */
import type { CoverageReport } from '../../../../server/src/protocol';
import { element } from '../../page/dom';
import { patch } from '../../page/patch';
import { targetOf } from '../../page/rowLink';
import type { FromPage, ToPage } from '../messages';
import { datedFiles, heading } from './heading';
import type { SchoolOrder, SchoolView } from './heatMap';
import { savedPage } from './savedPage';
import { sections } from './sections';
import { styles } from './styles';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void };

const panel = acquireVsCodeApi();
const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

let shown: CoverageReport | undefined;
let schools: SchoolView = { order: 'by name', isAll: false };
const save = element('button', { class: 'main', disabled: '' }, 'Save as HTML…');
const head = element('div', {}, ...heading('', 'Counting…'));
const main = element('main', {});
document.body.append(element('header', { class: 'top' }, head, save), main);

save.addEventListener('click', () => panel.postMessage({ type: 'save' }));
main.addEventListener('click', ({ target }) => {
	const button = (target as Element).closest('button');
	if (!button) return;
	const { rule, file, order, all } = button.dataset;
	const rows = targetOf(button);
	if (rows) panel.postMessage({ type: 'rows', target: rows });
	if (rule && file) panel.postMessage({ type: 'go', rule, fileName: file });
	if (order) schools = { ...schools, order: order as SchoolOrder };
	if (all !== undefined) schools = { ...schools, isAll: true };
	if (shown && (order || all !== undefined)) patch(main, sections(shown, schools));
});
window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
	if (data.type === 'report') show(data.report, data.district);
	else if (data.type === 'save')
		panel.postMessage({ type: 'file', html: savedPage(data.report, data.district) });
	else {
		patch(head, heading(data.district, data.reason));
		save.disabled = true;
		shown = undefined;
		patch(main, []);
	}
});
panel.postMessage({ type: 'ready' });

function show(report: CoverageReport, district: string): void {
	patch(head, heading(district, datedFiles(report.files)));
	save.disabled = report.students === 0;
	shown = report;
	patch(main, sections(report, schools));
}
