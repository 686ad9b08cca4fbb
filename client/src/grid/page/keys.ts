/** Which key does what in the table. Pure: it names the command, and the table does it. */
import type { Move } from './moves';

/** What a key asks for. */
export type KeyCommand =
	| { readonly type: 'move'; readonly move: Move; readonly extend: boolean }
	| { readonly type: 'edit'; readonly typed: string | undefined }
	| {
			readonly type:
				| 'selectAll'
				| 'selectRow'
				| 'selectColumn'
				| 'clear'
				| 'fillDown'
				| 'deleteRows'
				| 'insertRows'
				| 'actions'
				| 'menu'
				| 'filter'
				| 'nextProblem'
				| 'previousProblem'
				/** The browser's own clipboard events follow; VS Code must not hear the key. */
				| 'clipboard'
				/** A key that means nothing here and must do nothing in VS Code either. */
				| 'ignore';
	  };

/** The part of a keyboard event that is looked at. */
interface Key {
	readonly key: string;
	readonly ctrlKey: boolean;
	readonly metaKey: boolean;
	readonly shiftKey: boolean;
	readonly altKey: boolean;
}

const MOVES: Readonly<Record<string, readonly [plain: Move, withControl: Move]>> = {
	ArrowLeft: ['left', 'edgeLeft'],
	ArrowRight: ['right', 'edgeRight'],
	ArrowUp: ['up', 'edgeUp'],
	ArrowDown: ['down', 'edgeDown'],
	Home: ['home', 'first'],
	End: ['end', 'last'],
	PageUp: ['pageUp', 'pageUp'],
	PageDown: ['pageDown', 'pageDown'],
};

/** The command of a key on a cell; undefined for a key that is VS Code's. */
export function keyCommand({ key, ctrlKey, metaKey, shiftKey, altKey }: Key): KeyCommand | undefined {
	const control = ctrlKey || metaKey;
	if (altKey && !control) return key === 'ArrowDown' ? { type: 'menu' } : undefined;
	// AltGr types characters; with a letter or a digit it is a key of VS Code.
	if (altKey) return ctrlKey && /^[^a-z0-9]$/i.test(key) ? { type: 'edit', typed: key } : undefined;
	const moves = MOVES[key];
	if (moves) return { type: 'move', move: moves[control ? 1 : 0], extend: shiftKey };
	if (control) return withControl(key.toLowerCase(), shiftKey);
	switch (key) {
		case 'Tab':
			return { type: 'move', move: shiftKey ? 'previous' : 'next', extend: false };
		case 'Enter':
			return { type: 'move', move: shiftKey ? 'up' : 'down', extend: false };
		case 'F2':
			return { type: 'edit', typed: undefined };
		case 'F8':
			return { type: shiftKey ? 'previousProblem' : 'nextProblem' };
		case 'Delete':
		case 'Backspace':
			return { type: 'clear' };
		case 'ContextMenu':
			return { type: 'menu' };
		case 'F10':
			return shiftKey ? { type: 'menu' } : undefined;
		case ' ':
			return shiftKey ? { type: 'selectRow' } : { type: 'edit', typed: key };
		case 'Escape':
			return { type: 'ignore' };
	}
	return key.length === 1 || isOneCharacter(key) ? { type: 'edit', typed: key } : undefined;
}

function withControl(key: string, shift: boolean): KeyCommand | undefined {
	if (key === '+' || (key === '=' && shift)) return { type: 'insertRows' };
	if (shift) return undefined;
	switch (key) {
		case 'a':
			return { type: 'selectAll' };
		case ' ':
			return { type: 'selectColumn' };
		case 'd':
			return { type: 'fillDown' };
		case '-':
			return { type: 'deleteRows' };
		case '.':
			return { type: 'actions' };
		case 'f':
			return { type: 'filter' };
		case 'c':
		case 'x':
		case 'v':
			return { type: 'clipboard' };
	}
	return undefined;
}

/** A character of two UTF-16 units, as input methods and emoji keyboards give it; names of keys are longer. */
function isOneCharacter(key: string): boolean {
	return [...key].length === 1;
}
