/** How a cell, a row and a header are painted, and what they say to assistive technology. */
import type { GridColumn, GridFinding, GridView } from '../../../../server/src/protocol';
import { lineText, tooltipText } from '../../../../server/src/safeText';
import { countOf } from '../../../../server/src/wording';
import { setAttributes } from '../../page/dom';
import { severityClasses } from '../../page/severitySign';
import type { ShownColumn } from './columns';
import type { CachedRow } from './rowCache';

/** What a cell is painted from. */
export interface CellFacts {
	/** Undefined while the row is not there yet. */
	readonly cached: CachedRow | undefined;
	readonly column: ShownColumn;
	/** A value that was typed and is on its way into the file. */
	readonly pending: string | undefined;
	readonly isSelected: boolean;
	readonly isActive: boolean;
	/** Whether the cell stands for all columns of a row that cannot be read. */
	readonly isSpan: boolean;
}

const LINE_BREAK = /\r\n|\r|\n/;
/** A tooltip spells out so many findings, and counts the others. */
const MAX_LISTED = 5;

/** The worst of some findings; undefined if there are none. */
function worstFinding(findings: readonly GridFinding[]): GridFinding | undefined {
	return severityClasses.flatMap((each) => findings.filter(({ severity }) => severity === each))[0];
}

/** The value of a column in a row that is there; undefined for a row that cannot be read, or a column that was not asked for. */
export function cachedValue(
	{ row, slots }: Pick<CachedRow, 'row' | 'slots'>,
	column: number,
): string | undefined {
	return row.values?.[slots.get(column) ?? -1];
}

/** Whether the value of a column is longer than what is there. */
export function isValueCut({ row, slots }: CachedRow, column: number): boolean {
	return row.cut?.includes(slots.get(column) ?? -1) ?? false;
}

/** What a cell had in the last upload, if it has another value now. */
export function earlierValue(cached: Pick<CachedRow, 'row'> | undefined, column: number): string | undefined {
	return cached?.row.earlier?.find((each) => each.column === column)?.value;
}

/** The findings of a cell. */
function findingsOf({ row }: CachedRow, column: number): readonly GridFinding[] {
	return row.findings.filter((finding) => finding.about === 'field' && finding.column === column);
}

/** Paints the cell of a value. */
export function paintValue(node: HTMLElement, facts: CellFacts): void {
	const { cached, column, isSpan, pending } = facts;
	const isUnreadable = cached !== undefined && cached.row.values === undefined;
	const findings = !cached ? [] : isSpan ? cached.row.findings : findingsOf(cached, column.column.index);
	const value = !cached ? '' : isSpan ? (cached.row.text ?? '') : cachedValue(cached, column.column.index);
	const shown = pending ?? value ?? '';
	const worst = worstFinding(findings);
	const [first = '', ...more] = shown.split(LINE_BREAK, 2);
	const isCut = cached !== undefined && pending === undefined && isValueCut(cached, column.column.index);
	const text = column.column.isSecret && shown !== '' ? '••••' : first;
	node.textContent = lineText(`${text}${isCut ? '…' : ''}${more.length > 0 ? ' ↵' : ''}`);
	if (isSpan) node.classList.add('unreadable');
	if (!cached || (value === undefined && !isUnreadable)) node.classList.add('placeholder');
	if (column.column.isSecret || isUnreadable) node.ariaReadOnly = 'true';
	if (worst) {
		const messages = messagesOf(findings);
		node.classList.add('finding', worst.severity);
		node.title = tooltipText(messages);
		setAttributes(node, { 'aria-description': messages.replaceAll('\n', ' ') });
		if (worst.severity === 'error' || worst.severity === 'warning') node.ariaInvalid = 'true';
	} else if (more.length > 0 || isCut) node.title = tooltipText(shown);
	const earlier = isSpan ? undefined : earlierValue(cached, column.column.index);
	if (earlier !== undefined) {
		const before = `In the last upload: ${earlier === '' ? 'empty' : earlier}`;
		node.classList.add('changed');
		node.title = tooltipText([before, node.title].filter((line) => line !== '').join('\n'));
		setAttributes(node, {
			'aria-description': [before, node.getAttribute('aria-description') ?? '']
				.filter((part) => part !== '')
				.join('. '),
		});
	}
	const state = worst ? `, ${worst.severity}` : '';
	const name = isSpan ? 'Row that cannot be read' : column.key;
	node.ariaLabel = lineText(cached ? `${name}: ${text === '' ? 'empty' : text}${state}` : 'Loading…');
	markState(node, facts.isSelected, facts.isActive);
}

/** Paints the number of a row, with the worst of its findings. */
export function paintNumber(node: HTMLElement, cached: CachedRow | undefined): void {
	node.classList.add('number');
	if (!cached) {
		node.classList.add('placeholder');
		node.ariaLabel = lineText('Loading…');
		return;
	}
	node.role = 'rowheader';
	const { findings, record } = cached.row;
	const worst = worstFinding(findings);
	node.textContent = lineText(String(record + 1));
	node.ariaLabel = lineText(
		`Row ${record + 1}${worst ? `, ${countOf(findings.length, 'problem')}, ${worst.severity}` : ''}`,
	);
	if (!worst) return;
	node.classList.add('finding', worst.severity);
	node.title = tooltipText(messagesOf(findings));
	setAttributes(node, { 'aria-description': messagesOf(findings).replaceAll('\n', ' ') });
}

/** Shows whether a cell is selected and the active one. */
export function markState(node: HTMLElement, isSelected: boolean, isActive: boolean): void {
	node.classList.toggle('selected', isSelected);
	node.classList.toggle('active', isActive);
	const selected = String(isSelected);
	if (node.ariaSelected !== selected) node.ariaSelected = selected;
	const tabIndex = isActive ? 0 : -1;
	if (node.tabIndex !== tabIndex) node.tabIndex = tabIndex;
}

/** Names a header and its state; its button opens the menu of the column. */
export function paintHeaderState(
	node: HTMLElement,
	{ column, key }: ShownColumn,
	findings: readonly GridFinding[],
	sort: GridView['sort'],
): void {
	const isSorted = sort?.column === column.index;
	node.ariaSort = isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none';
	node.classList.toggle('ascending', isSorted && !sort.descending);
	node.classList.toggle('descending', isSorted && sort.descending);
	const own = findings.filter((finding) => finding.about === 'field' && finding.column === column.index);
	const severity = worstFinding(own)?.severity ?? column.severity;
	if (severity) node.classList.add('finding', severity);
	node.title = tooltipText(
		[headerTitle(column, key), messagesOf(own)].filter((line) => line !== '').join('\n'),
	);
	const problems = column.problems > 0 ? countOf(column.problems, 'problem') : '';
	const description = [column.title, problems, messagesOf(own).replaceAll('\n', ' ')];
	setAttributes(node, {
		'aria-label': key,
		'aria-description': description.filter((part) => part !== '').join('. ') || undefined,
	});
}

function headerTitle({ title, letter, problems }: GridColumn, key: string): string {
	const about = title === '' ? '' : `: ${title}`;
	return `${key}${about} (column ${letter}${problems > 0 ? `, ${countOf(problems, 'problem')}` : ''})`;
}

function messagesOf(findings: readonly GridFinding[]): string {
	const listed = findings.slice(0, MAX_LISTED).map(({ message }) => message);
	const more = findings.length - listed.length;
	return [...listed, ...(more > 0 ? [`${countOf(more, 'more problem')}.`] : [])].join('\n');
}
