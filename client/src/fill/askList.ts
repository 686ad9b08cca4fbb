import {
	type FilesToFill,
	type FillableColumn,
	type IdCandidate,
	type ListChoice,
	type ListColumn,
	type ListDescription,
	type ListTarget,
	type ListValuesAnswer,
	type ListValuesParams,
	listValuesRequest,
} from '../../../server/src/protocol';
import { iconText, labelText } from '../../../server/src/safeText';
import { countOf, formatNumber, plural } from '../../../server/src/wording';
import { askServer } from '../commands/bulk/askServer';
import type { LanguageServer } from '../server/languageServer';
import { type PickItem, pickMany, pickOne, separator } from '../ui/quickPick';
import { quoted, valueLabel } from '../ui/valueLabel';
import { columnItems, columnOf, pickCode } from './columnItems';

/** Which list is asked about. */
interface OpenedList {
	readonly files: FilesToFill;
	readonly list: number;
	readonly name: string;
}

type Ids = Pick<ListChoice, 'ids' | 'mindZeros'>;

/** Asks which column has the IDs, and whether leading zeros count; undefined if the person cancels. */
export async function askIds({ ids, columns }: ListDescription, name: string): Promise<Ids | undefined> {
	if (ids.length === 0)
		throw new Error(
			`No column of ${name} has IDs of your students. It needs a student ID, number or state ID.`,
		);
	const items = ids.map((candidate) => {
		const { column, key, exact, zeros, filled, byName, disputed, students } = candidate;
		const found = `${formatNumber(exact + zeros)} of ${countOf(filled, 'value')} found in ${key}`;
		const meant = byName ? ', by its name' : '';
		const lost = zeros > 0 ? `, ${formatNumber(zeros)} only with other leading zeros` : '';
		const shown = students.map(({ listed, key: ours, name: student }) => `${listed} → ${student || ours}`);
		const others =
			disputed > 0
				? [`${countOf(disputed, 'value')} ${plural(disputed, 'is', 'are')} another student by another ID`]
				: [];
		return {
			label: labelText(`${columns[column]?.name ?? ''} is ${key}`),
			description: labelText(found + meant + lost),
			detail: labelText([...others, ...shown].join(' · ')),
			candidate,
		};
	});
	const picked = await pickOne(items, {
		title: `Fill from ${name}: IDs`,
		placeHolder: 'Choose the column that says who a student is, and compare the students',
		matchOnDescription: true,
		matchOnDetail: true,
	});
	if (!picked) return undefined;
	const { candidate } = picked;
	const mindZeros = await askZeros(candidate, name);
	if (mindZeros === undefined) return undefined;
	return { ids: { column: candidate.column, key: candidate.key }, mindZeros };
}

async function askZeros(
	{ exact, zeros, twins, samples }: IdCandidate,
	name: string,
): Promise<boolean | undefined> {
	if (zeros === 0 && twins === 0) return true;
	const shown = samples.map(([listed, ours]) => `${listed} → ${ours}`).join(', ');
	const items = [
		{
			label: labelText('Only Exact IDs'),
			description: labelText(countOf(exact, 'row')),
			mindZeros: true,
		},
		{
			label: labelText(zeros > 0 ? 'Also IDs with Other Leading Zeros' : 'Leave These IDs Alone'),
			description: labelText(
				twins > 0
					? `${countOf(exact + zeros - twins, 'row')}, ${formatNumber(twins)} left alone`
					: countOf(exact + zeros, 'row'),
			),
			detail: labelText(shown),
			mindZeros: false,
		},
	];
	const title =
		zeros > 0
			? `Fill from ${name}: ${countOf(zeros, 'ID')} only with other leading zeros`
			: `Fill from ${name}: ${countOf(twins, 'ID')} of two students but for leading zeros`;
	return (
		await pickOne(items, { title, placeHolder: 'Excel removes leading zeros. Are these the same students?' })
	)?.mindZeros;
}

/** Asks which columns to take, what they fill, and what unclear values mean; undefined if the person cancels. */
export async function askTargets(
	server: LanguageServer,
	opened: OpenedList,
	{ columns }: ListDescription,
	ours: readonly FillableColumn[],
	{ ids }: Ids,
): Promise<readonly ListTarget[] | undefined> {
	const fillable = ours.filter(({ kind }) => kind === 'other');
	const usable = columns.filter(({ index, filled }) => index !== ids.column && filled > 0);
	if (usable.length === 0) throw new Error(`${opened.name} has no column besides the IDs.`);
	const taken = await pickListColumns(usable, fillable, opened.name);
	const targets: ListTarget[] = [];
	for (const column of taken) {
		const target = await askTarget(server, opened, column, fillable);
		if (!target) return undefined;
		if (target !== 'left out') targets.push(target);
	}
	return targets.length > 0 ? targets : undefined;
}

/** The columns of the list to take: the only one, or those that the person checks. */
async function pickListColumns(
	usable: readonly ListColumn[],
	fillable: readonly FillableColumn[],
	name: string,
): Promise<readonly ListColumn[]> {
	if (usable.length === 1) return usable;
	const items = usable.map((column) => {
		const { proposed } = column;
		const isCategory = fillable.some((one) => one.column === proposed?.column && one.codes !== undefined);
		return {
			label: labelText(column.name),
			description: labelText(proposed ? `→ ${proposed.column}, by its ${proposed.by}` : ''),
			detail: labelText(column.samples.join(' · ')),
			picked: isCategory,
			column,
		};
	});
	const picked = await pickMany(items, {
		title: `Fill from ${name}: Columns`,
		placeHolder: 'Check the columns to take',
		matchOnDescription: true,
	});
	return picked?.map(({ column }) => column) ?? [];
}

async function askTarget(
	server: LanguageServer,
	{ files, list, name }: OpenedList,
	{ index, name: header, proposed, samples }: ListColumn,
	fillable: readonly FillableColumn[],
): Promise<ListTarget | 'left out' | undefined> {
	const first = fillable.filter(({ column }) => column === proposed?.column);
	const others = fillable.filter((column) => !first.includes(column));
	const leaveOut: PickItem = { label: iconText`$(circle-slash) Leave This Column Out` };
	// Without a proposal, Enter must not choose a column.
	const items =
		first.length > 0 ? [...columnItems(first), ...columnItems(others)] : [leaveOut, ...columnItems(others)];
	const item = await pickOne(items, {
		title: `Fill from ${name}: ${header} (${samples.join(', ')})`,
		placeHolder: `Choose the column that ${header} fills`,
		matchOnDescription: true,
	});
	if (item === leaveOut) return 'left out';
	const picked = columnOf(item);
	if (!picked) return undefined;
	const target: ListTarget = { from: index, column: picked.column, file: picked.fileName };
	const params: ListValuesParams = { ...files, list, target };
	const answer = await askServer<ListValuesAnswer>(server, 'Reading values', listValuesRequest, params);
	if (!answer) return undefined;
	const unclear = answer.values.filter(({ code }) => code === undefined);
	const codes = unclear.length === 0 ? {} : await askCodes(picked, unclear, header, answer.unlisted);
	return codes && { ...target, codes };
}

interface UnclearItem extends PickItem {
	readonly value?: string;
}

/** Asks what values without a certain meaning become; those that are not chosen are left alone. */
async function askCodes(
	column: FillableColumn,
	unclear: readonly { readonly value: string; readonly rows: number }[],
	header: string,
	unlisted: number,
): Promise<Readonly<Record<string, string | null>> | undefined> {
	const heading = unlisted > 0 ? `, without ${countOf(unlisted, 'rarer value')}, left alone if unclear` : '';
	const chosen = new Map<string, string | null>(unclear.map(({ value }) => [value, null]));
	for (;;) {
		const open = [...chosen.values()].filter((code) => code === null).length;
		const go: UnclearItem = {
			label: iconText`$(check) Go On`,
			description: labelText(open > 0 ? `${countOf(open, 'value')} left alone` : 'Every value has a code'),
		};
		const items = unclear.map(({ value, rows }): UnclearItem => {
			const code = chosen.get(value) ?? null;
			return {
				label: valueLabel(value),
				description: labelText(`${countOf(rows, 'row')} → ${code ?? 'left alone'}`),
				value,
			};
		});
		const picked = await pickOne<UnclearItem>(
			[go, separator(`Values without a certain code${heading}`), ...items],
			{
				title: `${header} → ${column.column}`,
				placeHolder: 'Choose a value to give it a code',
				ignoreFocusOut: true,
			},
		);
		if (!picked) return undefined;
		const { value } = picked;
		if (value === undefined) return Object.fromEntries(chosen);
		const leave = { label: labelText('Leave Alone'), code: null };
		const code = await pickCode<null>(column, `${quoted(value)} means`, [leave, separator()]);
		if (code !== undefined) chosen.set(value, code);
	}
}
