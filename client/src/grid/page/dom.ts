import { lineText } from '../../../../server/src/safeText';

/** A child of a node; a text is never parsed as markup. */
type NodeChild = Node | string | undefined;
type Attributes = Readonly<Record<string, string | undefined>>;

/** Creates an element of the table's page. Undefined attributes and children are left out; texts show what is hidden in them. */
export function createNode<Tag extends keyof HTMLElementTagNameMap>(
	tag: Tag,
	attributes: Attributes = {},
	...children: readonly NodeChild[]
): HTMLElementTagNameMap[Tag] {
	const created = document.createElement(tag);
	setAttributes(created, attributes);
	for (const child of children) {
		if (child !== undefined) created.append(typeof child === 'string' ? lineText(child) : child);
	}
	return created;
}

/** Sets attributes, and removes those that are undefined. Texts show what is hidden in them. */
export function setAttributes(target: Element, attributes: Attributes): void {
	for (const [name, value] of Object.entries(attributes)) {
		if (value === undefined) target.removeAttribute(name);
		else target.setAttribute(name, lineText(value));
	}
}
