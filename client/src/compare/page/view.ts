import { element } from '../../page/dom';
import type { FromComparePage } from '../messages';

/** What a view makes of the content that its panel sends. */
export interface PageView {
	/** What the page is, after the district's name in the heading; a text of ours. */
	readonly title: string;
	/** The district's name; empty where it has none. */
	readonly district: string;
	/** A line below the heading. */
	readonly about: string;
	readonly sections: readonly HTMLElement[];
}

/** A button that sends a message to the panel when it is clicked. */
export function sendButton(message: FromComparePage, text: string, className = 'toggle'): HTMLElement {
	return element('button', { class: className, 'data-send': JSON.stringify(message) }, text);
}

/** What a button sends; undefined for one that sends nothing. */
export function sentMessage({ dataset: { send } }: HTMLElement): FromComparePage | undefined {
	return send === undefined ? undefined : (JSON.parse(send) as FromComparePage);
}

/** A section with a heading and a sentence on what it has; undefined where it has nothing. */
export function titledPart(
	title: string,
	about: string,
	...content: readonly (HTMLElement | undefined)[]
): HTMLElement | undefined {
	if (content.every((part) => !part)) return undefined;
	return element(
		'section',
		{},
		element('h2', {}, title),
		about === '' ? undefined : element('p', { class: 'about' }, about),
		...content,
	);
}
