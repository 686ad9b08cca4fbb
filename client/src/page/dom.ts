import { lineText } from '../../../server/src/safeText';

/** A child of an element; a text is never parsed as markup. */
type Child = Node | string | undefined;
type Attributes = Readonly<Record<string, string | undefined>>;

/** Creates an element with attributes and children; undefined ones are left out. Texts are shown with what is hidden in them. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
	tag: Tag,
	attributes: Attributes = {},
	...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
	const created = document.createElement(tag);
	setAttributes(created, attributes);
	for (const child of children) {
		if (child !== undefined) created.append(typeof child === 'string' ? lineText(child) : child);
	}
	return created;
}

/** Shows a text in place of what an element holds, if it is another one, so that nothing is read out twice. */
export function setText(target: Element, text: string): void {
	if (target.textContent !== lineText(text)) target.textContent = lineText(text);
}

/** Sets attributes, and removes those that are undefined. Texts are shown with what is hidden in them. */
export function setAttributes(target: Element, attributes: Attributes): void {
	for (const [name, value] of Object.entries(attributes)) {
		if (value === undefined) target.removeAttribute(name);
		else target.setAttribute(name, lineText(value));
	}
}

/** Sets the share, 0 to 1, that the style sheet draws. The page's policy forbids style attributes, but not this call. */
export function withShare<T extends HTMLElement>(cell: T, share: number): T {
	cell.style.setProperty('--share', share.toFixed(4));
	return cell;
}

/** A table with a caption, a header row and rows whose first cell is their header. */
export function table(
	caption: string,
	headers: readonly string[],
	rows: readonly (readonly Child[])[],
): HTMLTableElement {
	const head = headers.map((header) => element('th', { scope: 'col' }, header));
	return element(
		'table',
		{},
		element('caption', {}, caption),
		element('thead', {}, element('tr', {}, ...head)),
		element(
			'tbody',
			{},
			...rows.map(([name, ...cells]) =>
				element(
					'tr',
					{},
					element('th', { scope: 'row' }, name),
					...cells.map((cell) => element('td', {}, cell)),
				),
			),
		),
	);
}
