import type {
	FillFromListAnswer,
	ListChoice,
	ListDescription,
	ListFillCounts,
	UnusedRow,
} from '../../../server/src/protocol';
import { iconText, labelText } from '../../../server/src/safeText';
import { countOf, formatNumber, plural } from '../../../server/src/wording';
import { pickOne, separator } from '../ui/quickPick';
import { valueLabel } from '../ui/valueLabel';
import { actionItems, countItems, firstOf, type PreviewItem } from './previewItems';

type Counts = Exclude<FillFromListAnswer, { readonly problem: string }>;

const reasons: Readonly<Record<UnusedRow['why'], string>> = {
	'no ID': 'The row has no ID',
	'no student': 'No student has this ID',
	zeros: 'A student has this ID only with other leading zeros',
	'several students': 'More than one student has this ID',
	doubtful: 'A row of ours that cannot be read may have this ID',
};

/** The preview of a list: what is written, what becomes of other values, and what the list has that is not used. */
export function listItems(
	{ columns, unused, disagreeing, unreadable }: Counts,
	{ onlyWhereEmpty }: ListChoice,
	{ warnings }: ListDescription,
	name: string,
): readonly PreviewItem<'show unused'>[] {
	const notes: PreviewItem<'show unused'>[] = [
		...(unused > 0
			? [
					{
						label: iconText`$(warning) ${labelText(countOf(unused, 'row'))}`,
						description: labelText(`of ${name} ${plural(unused, 'leads', 'lead')} to no student. Show…`),
						action: 'show unused' as const,
					},
				]
			: []),
		...(disagreeing.length > 0
			? [
					{
						label: iconText`$(warning) ${labelText(countOf(disagreeing.length, 'student'))}`,
						description: labelText(
							`${plural(disagreeing.length, 'has', 'have')} different values in ${name}: left alone`,
						),
						action: 'show unused' as const,
					},
				]
			: []),
		...(unreadable > 0
			? [
					{
						label: iconText`$(warning) ${labelText(countOf(unreadable, 'row'))}`,
						description: labelText(`of ${name} cannot be read: their students are left alone. Show…`),
						action: 'show unused' as const,
					},
				]
			: []),
		...warnings.map((warning) => ({ label: iconText`$(warning) ${labelText(warning)}` })),
	];
	return [
		...actionItems(columns, onlyWhereEmpty, {
			replace: 'Take Their Values, Too',
			keep: 'Keep Our Values',
		}),
		...(notes.length > 0 ? [separator('The list')] : []),
		...notes,
		...columns.flatMap((counts) => countItems(counts, name, name)),
	];
}

/** Lists the rows of a list that lead to no student or cannot be read, and the students whom it has with different values. */
export async function showUnused(
	{ unused, unusedRows, disagreeing, unreadable, unreadableRows }: ListFillCounts,
	name: string,
): Promise<void> {
	const items = [
		...unusedRows.map(({ id, row, why }) => ({
			label: id === '' ? labelText('No ID') : valueLabel(id),
			description: labelText(`Row ${formatNumber(row)} · ${reasons[why]}`),
		})),
		...unreadableRows.map(({ id, row, why }) => ({
			label: id === '' ? labelText('No ID') : valueLabel(id),
			description: labelText(`Row ${formatNumber(row)} · ${why}`),
		})),
		...disagreeing.map((id) => ({
			label: valueLabel(id),
			description: labelText('The list has different values for this student'),
		})),
	];
	const all = unused + unreadable + disagreeing.length;
	await pickOne(items, {
		title: `${firstOf(items.length, all)}${countOf(all, 'entry', 'entries')} of ${name} not used`,
		placeHolder: 'Enter goes back',
		matchOnDescription: true,
	});
}
