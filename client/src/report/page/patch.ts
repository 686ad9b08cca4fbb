import morphdom from 'morphdom';

/** Shows sections anew, and changes only what differs: a reader keeps place and focus while somebody types. */
export function patch(root: HTMLElement, sections: readonly HTMLElement[]): void {
	const next = root.cloneNode(false) as HTMLElement;
	next.append(...sections);
	morphdom(root, next, {
		onBeforeElUpdated(old, made) {
			if (old instanceof HTMLDetailsElement && made instanceof HTMLDetailsElement) made.open = old.open;
			// The page's policy forbids to set it as an attribute.
			if (old.style.cssText !== made.style.cssText) old.style.cssText = made.style.cssText;
			return !old.isEqualNode(made);
		},
	});
}
