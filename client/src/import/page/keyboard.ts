/** Lists in which the arrows move: each is one stop of the Tab key. */

/** The controls of a list that can have the keyboard, line by line. */
function linesOf(list: HTMLElement): readonly (readonly HTMLElement[])[] {
	return [...list.querySelectorAll<HTMLElement>('[data-line]')].map((line) => [
		...line.querySelectorAll<HTMLElement>('button, input'),
	]);
}

/** The control of each list that has the keyboard when Tab comes to it, by the ids of list and control. */
const stops = new Map<string, string>();

/** Makes one control of each list a stop of the Tab key: the one that had the keyboard last, else the first open one. */
export function setStops(root: HTMLElement): void {
	for (const list of root.querySelectorAll<HTMLElement>('[data-roving]')) {
		const kept = stops.get(list.id);
		const last = kept === undefined ? null : document.getElementById(kept);
		const stop =
			last && list.contains(last)
				? last
				: list.querySelector<HTMLElement>('.open button, button, input:not([disabled])');
		if (stop) stop.tabIndex = 0;
	}
}

/** Remembers the control that gets the keyboard as the stop of its list. */
export function takeStop(control: HTMLElement): void {
	const list = control.closest<HTMLElement>('[data-roving]');
	if (!list) return;
	const before = document.getElementById(stops.get(list.id) ?? '');
	if (before) before.tabIndex = -1;
	for (const other of list.querySelectorAll<HTMLElement>('[tabindex="0"]')) other.tabIndex = -1;
	control.tabIndex = 0;
	stops.set(list.id, control.id);
}

/** Moves in a list: up and down by lines, left and right in a line. Returns whether the key was one of these. */
export function moveInList(event: KeyboardEvent): boolean {
	const { target, key, ctrlKey, altKey, metaKey } = event;
	if (!(target instanceof HTMLElement) || ctrlKey || altKey || metaKey) return false;
	const list = target.closest<HTMLElement>('[data-roving]');
	if (!list) return false;
	const lines = linesOf(list);
	const row = lines.findIndex((line) => line.includes(target));
	const line = lines[row] ?? [];
	const at = line.indexOf(target);
	// In the last place of a line stands its list, which up and down keep to.
	const inRow = (to: number): HTMLElement | undefined => {
		const other = lines[Math.max(0, Math.min(to, lines.length - 1))] ?? [];
		const isBox = target instanceof HTMLInputElement;
		return isBox ? other[0] : (other.find((each) => !(each instanceof HTMLInputElement)) ?? other[0]);
	};
	const moves: Readonly<Record<string, () => HTMLElement | undefined>> = {
		ArrowDown: () => inRow(row + 1),
		ArrowUp: () => inRow(row - 1),
		Home: () => inRow(0),
		End: () => inRow(lines.length - 1),
		ArrowRight: () => line[at + 1],
		ArrowLeft: () => line[at - 1],
	};
	const move = moves[key];
	move?.()?.focus();
	return move !== undefined;
}

/** The letter that a key types; undefined for any other key. */
export function typedLetter({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): string | undefined {
	return key.length === 1 && key !== ' ' && !ctrlKey && !altKey && !metaKey ? key : undefined;
}
