import type { SavedReport } from '../../../../server/src/protocol';
import { savedReportNotes } from '../../../../server/src/wording';
import { element } from '../../page/dom';
import { datedFiles, heading, reportTitle } from './heading';
import { savedSections } from './sections';
import { styles } from './styles';

/** The report as one HTML file without scripts or links to other files; `district` is empty where it has no name. */
export function savedPage(report: SavedReport, district: string): string {
	const page = document.implementation.createHTMLDocument(reportTitle(district));
	page.documentElement.lang = 'en';
	const meta = (attributes: Readonly<Record<string, string>>): HTMLElement => element('meta', attributes);
	const policy = "default-src 'none'; style-src 'unsafe-inline'";
	page.head.prepend(
		meta({ charset: 'utf-8' }),
		meta({ 'http-equiv': 'Content-Security-Policy', content: policy }),
		meta({ name: 'viewport', content: 'width=device-width' }),
	);
	const style = element('style');
	style.textContent = styles;
	page.head.append(style);
	page.body.append(
		element('header', { class: 'top' }, element('div', {}, ...heading(district, datedFiles(report.files)))),
		element(
			'main',
			{},
			...savedSections(report),
			element(
				'section',
				{},
				element('h2', {}, 'How the Numbers Are Shown'),
				...savedReportNotes(report).map((sentence) => element('p', {}, sentence)),
			),
		),
	);
	return `<!doctype html>\n${page.documentElement.outerHTML}\n`;
}
