import { shortened } from '../../../../../server/src/characters';
import type { GridCode } from '../../../../../server/src/protocol';
import { tooltipText } from '../../../../../server/src/safeText';
import { countOf, distinctLabel } from '../../../../../server/src/wording';
import { element, setText } from '../../../page/dom';
import { severitySign } from '../../../page/severitySign';
import type { ActiveCell, TablePage, TableState } from '../table';
import { activeCellText, findingsOf } from './detailsText';

/** The longest value that the bar shows, in UTF-16 units. */
const MAX_VALUE = 5000;

/**
 * Fills the bar below the table: where the active cell is, its whole value, what its code means, its findings and, in a
 * line that is read out, what the page has to say.
 */
export function createDetailsBar(table: TablePage, region: HTMLElement, fix: () => void): void {
	const place = element('span', { class: 'details-place' });
	const value = element('div', {
		class: 'details-value',
		tabindex: '0',
		role: 'group',
		'aria-label': 'Value',
	});
	const findings = element('ul', { class: 'details-findings', 'aria-label': 'Problems' });
	const fixButton = element(
		'button',
		{ type: 'button', class: 'button', 'aria-keyshortcuts': 'Control+.' },
		'Fix…',
	);
	fixButton.title = 'Show fixes (Ctrl+.)';
	const notice = element('div', { class: 'details-notice', role: 'status' });
	region.append(
		element('div', { class: 'details-cell', role: 'group', 'aria-label': 'Cell' }, place, value, fixButton),
		findings,
		notice,
	);
	fixButton.addEventListener('click', fix);
	const codes = codesByColumn(table);
	/** Told apart from the answer for a cell that was active before. */
	let asked = 0;

	const showValue = (active: ActiveCell | undefined, whole: string | undefined, label: string): void => {
		const { data, isCut } = active ?? {};
		const text = whole ?? active?.value ?? data?.text ?? '';
		const cut = shortened(text, MAX_VALUE);
		value.textContent = tooltipText(cut);
		if (label !== '') value.append(element('span', { class: 'quiet' }, ` ${label}`));
		if (cut !== text)
			value.append(element('span', { class: 'quiet' }, ` (${countOf(text.length, 'character')})`));
		else if (isCut && whole === undefined) value.append('…');
		value.hidden = value.textContent === '';
	};
	const showWhole = async (active: ActiveCell): Promise<void> => {
		const number = ++asked;
		const { column, data, isCut } = active;
		showValue(active, undefined, '');
		if (!data) return;
		const [whole, known] = await Promise.all([
			isCut ? table.extension.ask('cell', { record: data.record, column: column.index }) : null,
			column.hasCodes ? codes(column.index) : null,
		]);
		if (number !== asked) return;
		const code = known?.find((each) => each.code === active.value);
		showValue(active, whole ?? undefined, code ? distinctLabel(code) : '');
	};

	let last: TableState | undefined;
	const show = (state: TableState): void => {
		const { active } = state;
		setText(place, activeCellText(state));
		if (
			active !== last?.active ||
			state.selection !== last?.selection ||
			state.generation !== last?.generation
		) {
			const shownFindings = findingsOf(state);
			findings.replaceChildren(
				...shownFindings.map(({ severity, message }) =>
					element('li', {}, severitySign(severity), element('span', {}, message)),
				),
			);
			findings.hidden = shownFindings.length === 0;
			// The menu has the fixes of the active cell only.
			const ofCell = findingsOf({ active, selection: [] });
			fixButton.hidden = !ofCell.some(({ isFixable }) => isFixable);
			// A request that failed leaves what is there; the person has been told.
			if (active) showWhole(active).catch(() => undefined);
			else showValue(undefined, undefined, '');
		}
		if (state.notice !== last?.notice) notice.replaceChildren(element('span', {}, state.notice));
		last = state;
	};
	table.onChange(show);
	show(table.state);
}

/** The codes of each column, asked for once for each state of the file. */
function codesByColumn(table: TablePage): (column: number) => Promise<readonly GridCode[] | null> {
	const known = new Map<number, Promise<readonly GridCode[] | null>>();
	let generation = -1;
	return (column) => {
		if (generation !== table.state.generation) known.clear();
		generation = table.state.generation;
		const codes = known.get(column) ?? table.extension.ask('codes', { column });
		known.set(column, codes);
		return codes;
	};
}
