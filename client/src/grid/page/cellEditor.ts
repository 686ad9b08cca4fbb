/** The input over a cell. It is no part of a row, so that rows can be painted anew under it. */
import type { GridCode } from '../../../../server/src/protocol';
import { element } from '../../page/dom';
import type { CodeList, Surroundings } from './table';
import { replay } from './typeAhead';

/** How people leave the editor, which tells where the active cell goes. */
export type Leave = 'down' | 'up' | 'next' | 'previous' | 'stay';

/**
 * Which cells a value is for: the edited one, all that are selected, or those selected ones whose column takes the same
 * codes as the edited one.
 */
export type Scope = 'cell' | 'selection' | 'codes';

/** What the editor tells. */
export interface EditorEvents {
	commit(value: string, leave: Leave, scope: Scope): void;
	cancel(): void;
	/** The person types while the cell is not on the screen. */
	typeAway(): void;
	/** The value was written for a key of VS Code, which must wait until the file has it. */
	afterWriting(what: 'save' | (() => void)): void;
}

/** What an editor is opened with. */
export interface EditorStart {
	readonly label: string;
	/** The whole value. */
	readonly value: string;
	/** What was typed on the cell and replaces the value; undefined to edit the value. */
	readonly typed: string | undefined;
	readonly isReadOnly: boolean;
	readonly codes: readonly GridCode[] | undefined;
}

type Input = HTMLInputElement | HTMLTextAreaElement;

const TEXT_AREA_HEIGHT = 96;
const MIN_INPUT_WIDTH = 96;
/** Keys with Ctrl or Cmd that are the input's own. VS Code has all others with Ctrl, Cmd or Alt, and F1 to F12. */
const INPUT_KEYS = /^[zyxcva]$/i;

/** An open editor. */
export class CellEditor {
	#input: Input;
	#list: CodeList | undefined;
	#isClosed = false;
	readonly #lineBreak: string;

	constructor(
		private readonly layer: HTMLElement,
		private readonly surroundings: Pick<Surroundings, 'openCodeList'>,
		private readonly start: EditorStart,
		private readonly events: EditorEvents,
	) {
		const { value } = start;
		this.#lineBreak = value.includes('\r\n')
			? '\r\n'
			: /\r(?!\n)/.test(value) && !value.includes('\n')
				? '\r'
				: '\n';
		this.#input = this.#create(/[\r\n]/.test(start.typed ?? value), start.typed ?? value);
		const end = this.#input.value.length;
		this.#input.setSelectionRange(end, end);
	}

	/** What is typed so far. */
	get text(): string {
		const { value } = this.#input;
		const isUntouched = value === normalized(this.start.value);
		return isUntouched ? this.start.value : value.replaceAll('\n', this.#lineBreak);
	}

	/** Puts it over a cell; boxes of the page. Undefined where the cell cannot be seen. */
	place(cell: DOMRect | undefined, visible: DOMRect): void {
		const isAway =
			!cell || cell.top < visible.top - 1 || cell.bottom > visible.bottom + 1 || cell.right < visible.left;
		// It keeps the keyboard, which an input that is hidden loses.
		this.#input.classList.toggle('away', isAway);
		if (isAway) this.#list?.place();
		if (!cell) return;
		const origin = this.layer.getBoundingClientRect();
		const { style } = this.#input;
		const height = this.#input instanceof HTMLTextAreaElement ? TEXT_AREA_HEIGHT : cell.height;
		style.left = `${Math.max(visible.left, Math.min(cell.left, visible.right - MIN_INPUT_WIDTH)) - origin.left}px`;
		style.top = `${cell.top - origin.top}px`;
		style.width = `${Math.max(cell.width, MIN_INPUT_WIDTH)}px`;
		style.height = `${height}px`;
		this.#list?.place();
	}

	/** Leaves the keyboard in it. */
	focus(): void {
		if (document.hasFocus()) this.#input.focus();
	}

	/** Whether something else than the value is in it that can be written. */
	get isChanged(): boolean {
		return !this.#input.readOnly && this.text !== this.start.value;
	}

	/** Keeps the text to copy, and takes nothing more: the row is gone. */
	freeze(): void {
		this.#input.readOnly = true;
		this.#list?.close();
		this.#list = undefined;
	}

	/** Writes what is typed. */
	commit(leave: Leave, scope: Scope = 'cell'): void {
		if (!this.#isClosed) this.events.commit(this.text, leave, scope);
	}

	/** Takes it off the page. */
	close(): void {
		this.#isClosed = true;
		this.#list?.close();
		this.#input.remove();
	}

	#create(isLong: boolean, text: string): Input {
		const { label, codes, isReadOnly } = this.start;
		const attributes = { class: 'cell-input', 'aria-label': label, spellcheck: 'false', autocomplete: 'off' };
		const input = element(isLong ? 'textarea' : 'input', attributes);
		input.dir = 'auto';
		input.value = text;
		input.readOnly = isReadOnly;
		input.addEventListener('keydown', (event) => this.#onKey(event as KeyboardEvent));
		input.addEventListener('input', () => {
			if (input.matches('.away')) this.events.typeAway();
		});
		input.addEventListener('focusout', (event) => {
			const { relatedTarget } = event as FocusEvent;
			// Not where the whole page loses the focus, nor to a list above it.
			const isInPage = relatedTarget instanceof Element && !relatedTarget.closest('.table-popups');
			if (isInPage && !this.#isClosed && !this.#input.readOnly) this.commit('stay');
		});
		this.layer.append(input);
		if (document.hasFocus()) input.focus();
		if (codes && !isReadOnly) {
			this.#list = this.surroundings.openCodeList(
				input,
				codes,
				(code) => {
					const isCode = codes.some((each) => each.code === code);
					this.events.commit(code, 'stay', isCode ? 'codes' : 'cell');
				},
				this.start.typed !== undefined,
			);
		}
		return input;
	}

	#onKey(event: KeyboardEvent): void {
		const isControl = event.ctrlKey || event.metaKey;
		if (event.isComposing) {
			event.stopPropagation();
			return;
		}
		if (isControl || event.altKey) {
			if (event.key !== 'Enter') {
				if (isControl && !event.altKey) this.#onControl(event);
				return;
			}
			if (event.altKey) this.#breakLine();
			else this.#take('stay', true);
		} else if (!this.#handle(event)) {
			if (!/^F\d+$/.test(event.key)) event.stopPropagation();
			return;
		}
		event.stopPropagation();
		event.preventDefault();
	}

	#onControl(event: KeyboardEvent): void {
		const key = event.key.toLowerCase();
		const isSave = key === 's' && !event.shiftKey;
		if (isSave || ((key === 'w' || key === 'f4') && this.isChanged)) {
			event.stopPropagation();
			event.preventDefault();
			if (this.#input.readOnly) return;
			this.#take('stay', false);
			// A tab that closes asks about changes that are in the file by then.
			this.events.afterWriting(isSave ? 'save' : () => replay([event], window));
		} else if (INPUT_KEYS.test(key) && (!event.shiftKey || key === 'z')) {
			event.stopPropagation();
			if (key === 'y') event.preventDefault();
		}
	}

	/** Whether a key without Ctrl or Alt is not the input's own. */
	#handle(event: KeyboardEvent): boolean {
		const { key, shiftKey } = event;
		if (key === 'Escape') this.events.cancel();
		else if (key === 'Enter') this.#take(shiftKey ? 'up' : 'down', false);
		else if (key === 'Tab') this.#take(shiftKey ? 'previous' : 'next', false);
		else if (key === 'F2') return true;
		else return this.#list?.handleKey(event) ?? false;
		return true;
	}

	/** Takes the highlighted code, else what is typed. */
	#take(leave: Leave, isForAll: boolean): void {
		const code = this.#list?.highlighted;
		if (code === undefined) this.commit(leave, isForAll ? 'selection' : 'cell');
		else this.events.commit(code, leave, 'codes');
	}

	/** Adds a line break at the cursor, for which the input becomes larger. */
	#breakLine(): void {
		const { value, selectionStart, selectionEnd, style } = this.#input;
		if (this.#input.readOnly) return;
		const [from, to] = [selectionStart ?? value.length, selectionEnd ?? value.length];
		const text = `${value.slice(0, from)}\n${value.slice(to)}`;
		if (this.#input instanceof HTMLInputElement) {
			const before = this.#input;
			this.#list?.close();
			this.#list = undefined;
			this.#isClosed = true;
			const { left, top, width } = style;
			this.#input = this.#create(true, text);
			this.#isClosed = false;
			Object.assign(this.#input.style, { left, top, width, height: `${TEXT_AREA_HEIGHT}px` });
			before.remove();
		} else this.#input.value = text;
		this.#input.setSelectionRange(from + 1, from + 1);
	}
}

function normalized(value: string): string {
	return value.replaceAll(/\r\n?/g, '\n');
}
