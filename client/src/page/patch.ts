import morphdom from 'morphdom';

/**
 * Replaces the content of `root`, and touches only what differs, so that scroll position and focus stay. What an element
 * of the class `whole` holds is replaced at once: it may be thousands of rows, and nothing in it has the keyboard.
 */
export function patch(root: HTMLElement, sections: readonly HTMLElement[]): void {
	const next = root.cloneNode(false) as HTMLElement;
	next.append(...sections);
	morphdom(root, next, {
		onBeforeElUpdated(old, updated) {
			if (old instanceof HTMLDetailsElement && updated instanceof HTMLDetailsElement) updated.open = old.open;
			// The page's policy forbids style attributes.
			if (old.style.cssText !== updated.style.cssText) old.style.cssText = updated.style.cssText;
			if (old.isEqualNode(updated)) return false;
			if (!old.classList.contains('whole')) return true;
			old.replaceChildren(...updated.childNodes);
			return false;
		},
	});
}
