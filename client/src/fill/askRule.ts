import {
	type ColumnValuesAnswer,
	type ColumnValuesParams,
	columnValuesRequest,
	type FilesToFill,
	type FillableColumn,
	type FillRule,
	rosterFile,
} from '../../../server/src/protocol';
import { iconText, labelText } from '../../../server/src/safeText';
import { countOf, shown } from '../../../server/src/wording';
import { askServer } from '../commands/bulk/askServer';
import type { LanguageServer } from '../server/languageServer';
import { type PickItem, pickMany, separator } from '../ui/quickPick';
import { valueLabel } from '../ui/valueLabel';
import { pickCode, pickColumn } from './columnItems';

interface ValueItem extends PickItem {
	/** '' for an empty field; undefined for any value. */
	readonly value?: string | undefined;
}

/** Asks for the parts of a rule, one after the other; undefined if the person cancels. */
export async function askRule(
	server: LanguageServer,
	files: FilesToFill,
	columns: readonly FillableColumn[],
	passed: FillableColumn | undefined,
): Promise<FillRule | undefined> {
	const fillable = columns.filter(({ kind }) => kind === 'other');
	const target = passed ?? (await pickColumn(fillable, 'Fill by Rule (1 of 5)', 'Choose the column to fill'));
	if (!target) return undefined;
	const title = (step: number): string => `Fill ${target.column} by Rule (${step} of 5)`;
	const others = columns.filter(
		(column) => column !== target && column.kind !== 'secret' && column.index !== undefined,
	);
	const when = await pickColumn(others, title(2), 'Choose the column to look at');
	if (!when) return undefined;
	const is = await pickValues(server, files, when, title(3));
	if (!is) return undefined;
	const code = await pickCode(target, `${title(4)}: Write`);
	if (code === undefined) return undefined;
	const nothing = {
		label: labelText('Nothing'),
		description: labelText('Leave all other students as they are'),
		code: null,
	};
	const otherwise = await pickCode<null>(target, `${title(5)}: Write for All Other Students`, [
		nothing,
		separator(),
	]);
	if (otherwise === undefined) return undefined;
	return {
		when: { column: when.column, file: when.fileName, ...(is !== 'any' && { is }) },
		set: { column: target.column, file: target.fileName, code },
		...(otherwise !== null && { else: otherwise }),
		onlyWhereEmpty: true,
	};
}

/** Asks for values of a column; undefined if none is picked. */
async function pickValues(
	server: LanguageServer,
	files: FilesToFill,
	{ column, fileName, index = 0 }: FillableColumn,
	title: string,
): Promise<readonly string[] | 'any' | undefined> {
	const file = fileName === rosterFile.fileName ? files.roster : files.extension;
	if (!file) return undefined;
	const params: ColumnValuesParams = { file, at: index };
	const answer = await askServer<ColumnValuesAnswer>(server, 'Counting values', columnValuesRequest, params);
	if (!answer) return undefined;
	const labels = new Map(answer.codes?.map((option) => [option.code, option.label]));
	const words = answer.values.filter(({ standsForEmpty }) => standsForEmpty);
	const inWords = words.reduce((sum, { count }) => sum + count, 0);
	const empty = answer.empty + inWords;
	const filled = answer.filled - inWords;
	const items: ValueItem[] = [
		...(filled > 0
			? [
					{
						label: iconText`$(list-selection) Any Value`,
						description: labelText(countOf(filled, 'row')),
					},
				]
			: []),
		...(empty > 0
			? [
					{
						label: iconText`$(circle-slash) Empty`,
						description: labelText(
							[
								countOf(empty, 'row'),
								...(words.length > 0 ? [`with ${words.map(({ value }) => shown(value)).join(', ')}`] : []),
							].join(' · '),
						),
						value: '',
					},
				]
			: []),
		separator(),
		...answer.values
			.filter(({ standsForEmpty }) => !standsForEmpty)
			.map(({ value, count }) => {
				const label = labels.get(value);
				const meaning = label !== undefined && label !== value ? ` · ${label}` : '';
				return {
					label: valueLabel(value),
					description: labelText(`${countOf(count, 'row')}${meaning}`),
					value,
				};
			}),
	];
	const picked = await pickMany(items, {
		title,
		placeHolder: `Check values of ${column}; their other spellings count, too`,
		matchOnDescription: true,
	});
	if (!picked || picked.length === 0) return undefined;
	if (picked.some(({ value }) => value === undefined)) {
		if (picked.some(({ value }) => value === ''))
			throw new Error(`Any value or empty is every student. Use Fill Empty Fields in This Column…`);
		return 'any';
	}
	return picked.map(({ value = '' }) => value);
}
