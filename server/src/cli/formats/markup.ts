import { markupText } from '../../safeText';

/** A piece of a page, well-formed as HTML and as XML. */
export interface Markup {
	readonly html: string;
}

type Child = Markup | string | undefined;

/** An element with attributes and children; undefined ones are left out. Texts are never parsed as markup. */
export function markup(
	tag: string,
	attributes: Readonly<Record<string, string | undefined>> = {},
	...children: readonly Child[]
): Markup {
	const given = Object.entries(attributes)
		.map(([name, value]) => (value === undefined ? '' : ` ${name}="${markupText(value)}"`))
		.join('');
	const content = children
		.map((child) => (typeof child === 'object' ? child.html : child === undefined ? '' : markupText(child)))
		.join('');
	return { html: `<${tag}${given}>${content}</${tag}>` };
}

/** The attribute of a share, 0 to 1, that the style sheet draws. */
export function shareStyle(share: number): string {
	return `--share: ${share.toFixed(4)};`;
}
