/** What an element holds. A text becomes a text and never markup. */
type Child = Node | string | undefined;

/** An element with attributes and children; an attribute that is undefined is left out. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
	tag: Tag,
	attributes: Readonly<Record<string, string | undefined>> = {},
	...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
	const made = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		if (value !== undefined) made.setAttribute(name, value);
	}
	made.append(...children.filter((child) => child !== undefined));
	return made;
}

/** Gives a style rule a share to draw, from 0 to 1: the page's policy forbids style attributes, not this. */
export function withShare<T extends HTMLElement>(made: T, share: number): T {
	made.style.setProperty('--share', share.toFixed(4));
	return made;
}

/** A table with a caption, a header and rows; the first cell of a row names it. */
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
