import { isUnseen } from '../../../server/src/characters';
import type { FillableColumn } from '../../../server/src/protocol';
import { labelText } from '../../../server/src/safeText';
import { distinctLabel, formatNumber } from '../../../server/src/wording';
import { askText, type PickItem, pickOne, separator } from '../ui/quickPick';

interface ColumnItem extends PickItem {
	readonly found: FillableColumn;
}

/** The items of columns, those of each file together. */
export function columnItems(columns: readonly FillableColumn[]): readonly (PickItem | ColumnItem)[] {
	const names = [...new Set(columns.map(({ fileName }) => fileName))];
	return names.flatMap((name) => [
		separator(name),
		...columns.filter(({ fileName }) => fileName === name).map(columnItem),
	]);
}

/** The column of an item; undefined for a heading, or if nothing was picked. */
export function columnOf(item: PickItem | ColumnItem | undefined): FillableColumn | undefined {
	return item && 'found' in item ? item.found : undefined;
}

function columnItem(found: FillableColumn): ColumnItem {
	const { column, index, letter, filled, empty, fileName } = found;
	const state =
		index === undefined
			? `not in ${fileName} yet, so it is added`
			: `${letter} · ${formatNumber(filled)} filled, ${formatNumber(empty)} empty`;
	return { label: labelText(column), description: labelText(state), found };
}

/** Asks for a column; undefined if none is picked. */
export async function pickColumn(
	columns: readonly FillableColumn[],
	title: string,
	placeHolder: string,
): Promise<FillableColumn | undefined> {
	return columnOf(await pickOne(columnItems(columns), { title, placeHolder, matchOnDescription: true }));
}

interface CodeItem<None> extends PickItem {
	/** Undefined for a text that the person enters. */
	readonly code?: string | None;
}

/**
 * Asks for a code of a column, or for a text where it has none. `first` are further choices, before the codes.
 * Undefined if nothing is picked.
 */
export async function pickCode<None = never>(
	{ codes, column }: Pick<FillableColumn, 'codes' | 'column'>,
	title: string,
	first: readonly CodeItem<None>[] = [],
): Promise<string | None | undefined> {
	const enter = (): Thenable<string | undefined> =>
		askText(title, `Value for ${column}`, (value) => (isUnseen(value) ? 'Enter a value.' : undefined));
	if (!codes && first.length === 0) return enter();
	const items: CodeItem<None>[] = codes
		? codes.map((option) => ({
				label: labelText(option.code),
				description: labelText(distinctLabel(option)),
				code: option.code,
			}))
		: [{ label: labelText('Other…'), description: labelText('Enter a value') }];
	const placeHolder = `Choose what to write into ${column}`;
	const picked = await pickOne([...first, ...items], { title, placeHolder, matchOnDescription: true });
	return picked && (picked.code === undefined ? enter() : picked.code);
}
