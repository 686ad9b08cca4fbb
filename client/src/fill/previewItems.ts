import type { FillConflict, FillCounts, LeftAlone } from '../../../server/src/protocol';
import { iconText, labelText } from '../../../server/src/safeText';
import { countOf, formatNumber, plural } from '../../../server/src/wording';
import { type PickItem, pickOne, separator } from '../ui/quickPick';
import { quoted, valueLabel } from '../ui/valueLabel';

/** An entry of a preview; one that does nothing only tells. */
export interface PreviewItem<Action extends string> extends PickItem {
	readonly action?: Action | 'fill' | 'other values' | 'show others' | 'add students';
}

/** Why rows stay as they are. `there` names the column or the list that the values come from, `file` its file. */
function reasonText(reason: LeftAlone, there: string, file: string): string {
	return {
		unreadable: 'The row cannot be read',
		'no ID': 'The row has no student ID',
		'not there': `The student is not in ${file}`,
		'unreadable there': `The student has a row in ${file} that cannot be read`,
		conflict: `The student's rows in ${there} disagree`,
		nothing: `Nothing to write from ${there}`,
		unclear: `The value in ${there} has no code`,
		same: 'The field has the value already',
		'other value': 'The field has another value',
	}[reason];
}

/** What a preview says of one column: its counts before and after, and the rows that it leaves alone. */
export function countItems(counts: FillCounts, there: string, file: string): PreviewItem<never>[] {
	const { column, fileName, values, unlisted, left, withoutRow, isNew } = counts;
	const added = isNew ? ', a new column' : '';
	return [
		separator(`${column} in ${fileName}${added}: rows before → after`),
		...values.map(({ value, before, after }) => ({
			label: value === '' ? labelText('Empty') : valueLabel(value),
			description: labelText(`${formatNumber(before)} → ${formatNumber(after)}`),
		})),
		...(unlisted > 0 ? [{ label: labelText(`${countOf(unlisted, 'other value')} replaced`) }] : []),
		...(left.length > 0 ? [separator('Left alone')] : []),
		...left.map(({ reason, rows }) => ({
			label: labelText(countOf(rows, 'row')),
			description: labelText(reasonText(reason, there, file)),
		})),
		...(withoutRow > 0
			? [
					{
						label: iconText`$(warning) ${labelText(countOf(withoutRow, 'student'))}`,
						description: labelText(
							`${plural(withoutRow, 'has', 'have')} no row in ${fileName}. Add Missing Students…`,
						),
						action: 'add students' as const,
					},
				]
			: []),
	];
}

/** The entries that write, and that say what becomes of fields with another value. */
export function actionItems(
	all: readonly FillCounts[],
	onlyWhereEmpty: boolean,
	texts: { readonly replace: string; readonly keep: string },
): PreviewItem<never>[] {
	const changed = sum(all.map((counts) => counts.changed));
	const replaced = sum(all.map((counts) => counts.replaced));
	const others = onlyWhereEmpty ? sum(all.map(otherValues)) : replaced;
	const detail = replaced > 0 ? `${formatNumber(replaced)} of them replace another value` : 'Only empty ones';
	return [
		changed > 0
			? {
					label: iconText`$(check) Fill ${labelText(countOf(changed, 'Field'))}`,
					description: labelText(detail),
					action: 'fill',
				}
			: { label: labelText('Nothing to Fill'), description: labelText('No field would change') },
		...(others > 0
			? [
					{
						label: onlyWhereEmpty
							? iconText`$(arrow-swap) ${labelText(texts.replace)}`
							: iconText`$(discard) ${labelText(texts.keep)}`,
						description: labelText(`${countOf(others, 'field')} with another value`),
						action: 'other values' as const,
					},
					{
						label: iconText`$(list-flat) Show the Other Values…`,
						action: 'show others' as const,
					},
				]
			: []),
	];
}

/** Lists fields with another value. */
export async function showOtherValues(
	conflicts: readonly FillConflict[],
	counts: readonly FillCounts[],
): Promise<void> {
	// Of those that are not replaced now, and of those that are.
	const total = sum(counts.map((one) => otherValues(one) + one.replaced));
	const items = conflicts.map(({ row, id, fileName, column, ours, theirs }) => ({
		label: labelText(`${quoted(ours)} → ${quoted(theirs)}`),
		description: labelText(`${column}, student ${id}, row ${formatNumber(row)} of ${fileName}`),
	}));
	await pickOne(items, {
		title: `${firstOf(items.length, total)}${countOf(total, 'field')} with another value`,
		placeHolder: 'What is in the file → what would be written. Enter goes back',
		matchOnDescription: true,
	});
}

/** What a list says that does not show all: "The first 1,000 of ". Empty for one that does. */
export function firstOf(listed: number, total: number): string {
	return listed < total ? `The first ${formatNumber(listed)} of ` : '';
}

function otherValues({ left }: FillCounts): number {
	return left.find(({ reason }) => reason === 'other value')?.rows ?? 0;
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, one) => total + one, 0);
}
