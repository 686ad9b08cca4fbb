/** What was typed while the editor of a cell was being opened. */
interface TypedAhead {
	/** The characters before any other key. */
	readonly text: string;
	/** The keys from there on. */
	readonly rest: readonly KeyboardEvent[];
}

/**
 * Keeps the keys that people type while the editor of a cell is being opened, which may take an answer of the server:
 * those who type fast would lose them, or leave the cell with nothing in it. Returns what ends this.
 */
export function listenAhead(): () => TypedAhead {
	const keys: KeyboardEvent[] = [];
	const keep = (event: KeyboardEvent): void => {
		const isCommand = event.ctrlKey || event.metaKey || event.altKey;
		// Ctrl+Enter fills the selection with what is being typed; other commands are of the table or of VS Code.
		if ((isCommand && event.key !== 'Enter') || event.isComposing) return;
		event.preventDefault();
		event.stopImmediatePropagation();
		keys.push(event);
	};
	window.addEventListener('keydown', keep, { capture: true });
	return () => {
		window.removeEventListener('keydown', keep, { capture: true });
		const other = keys.findIndex(({ key }) => key.length > 1);
		const characters = other < 0 ? keys : keys.slice(0, other);
		return { text: characters.map(({ key }) => key).join(''), rest: keys.slice(characters.length) };
	};
}

/** Does with keys what they would have done by themselves, but for the characters of a text. */
export function replay(keys: readonly KeyboardEvent[], on?: EventTarget): void {
	for (const { key, code, keyCode, shiftKey, ctrlKey, metaKey, altKey } of keys) {
		const held = { shiftKey, ctrlKey, metaKey, altKey };
		// VS Code knows a key by its `keyCode`.
		const init = { key, code, keyCode, ...held, bubbles: true, cancelable: true };
		(on ?? document.activeElement)?.dispatchEvent(new KeyboardEvent('keydown', init));
	}
}
