/** The parts of a toolbar that can have the keyboard, from left to right; hidden ones left out. */
function stopsOf(bar: HTMLElement): readonly HTMLElement[] {
	return [...bar.querySelectorAll<HTMLElement>('button, input')].filter(
		(each) => each.getClientRects().length > 0 && !each.matches(':disabled'),
	);
}

/** Makes a toolbar one stop of the Tab key, in which the arrows, Home and End move, as the ARIA pattern has it. */
export function makeRoving(bar: HTMLElement): void {
	const takeStop = (next: HTMLElement): void => {
		for (const each of stopsOf(bar)) each.tabIndex = each === next ? 0 : -1;
	};
	bar.addEventListener('focusin', ({ target }) => {
		if (target instanceof HTMLElement) takeStop(target);
	});
	bar.addEventListener('keydown', (event) => {
		const { target, key, ctrlKey, altKey, metaKey } = event;
		if (ctrlKey || altKey || metaKey || !(target instanceof HTMLElement) || isInText(target, key)) return;
		const stops = stopsOf(bar);
		const at = stops.indexOf(target);
		const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: stops.length - 1 }[key];
		if (to === undefined) return;
		event.preventDefault();
		stops.at(to % stops.length)?.focus();
	});
}

/** Leaves exactly one part of the toolbar to the Tab key, after its parts have changed. */
export function keepOneStop(bar: HTMLElement): void {
	const stops = stopsOf(bar);
	const kept =
		stops.find((each) => each === document.activeElement) ?? stops.find((each) => each.tabIndex === 0);
	for (const each of stops) each.tabIndex = each === (kept ?? stops[0]) ? 0 : -1;
}

/** Whether an arrow moves the caret inside of a text, which is not at its end. */
function isInText(target: HTMLElement, key: string): boolean {
	if (!(target instanceof HTMLInputElement)) return false;
	const { selectionStart, selectionEnd, value } = target;
	if (selectionStart !== selectionEnd) return true;
	return key === 'ArrowRight' || key === 'End' ? selectionEnd !== value.length : selectionStart !== 0;
}
