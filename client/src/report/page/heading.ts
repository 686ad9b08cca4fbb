import { lineText } from '../../../../server/src/safeText';
import { element } from '../../page/dom';

/** The title of a district's report; `district` is empty where it has no name. */
export function reportTitle(district: string): string {
	return lineText(district === '' ? 'Coverage Report' : `${district}: Coverage Report`);
}

/** The title, and a line below it. */
export function heading(district: string, about: string): HTMLElement[] {
	return [
		district === ''
			? element('h1', {}, 'Coverage Report')
			: element('h1', {}, element('bdi', {}, district), ': Coverage Report'),
		element('p', { class: 'quiet' }, about),
	];
}

/** The files that are counted, and the day. */
export function datedFiles(files: readonly string[]): string {
	const date = new Date().toLocaleDateString('en-US', { dateStyle: 'long' });
	return `${date} · ${files.join(' and ')}`;
}
