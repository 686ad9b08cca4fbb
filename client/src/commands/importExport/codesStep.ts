import type { ColumnCodes, Inspection, SourceColumn, ValueProposal } from '../../../../server/src/protocol';
import { iconText, labelText } from '../../../../server/src/safeText';
import { countOf } from '../../../../server/src/wording';
import type { LanguageServer } from '../../server/languageServer';
import { type PickItem, pickOne, separator } from '../../ui/quickPick';
import type { Columns } from './columnsStep';
import { onOneLine, plainLabel } from './labels';

/** The code to write, by our column and then by value of the export: '' empties the field, null keeps the value. */
export type Codes = Readonly<Record<string, Readonly<Record<string, string | null>>>>;

interface CodedColumn extends ColumnCodes {
	readonly column: string;
	readonly source: SourceColumn;
}

interface Item extends PickItem {
	readonly coded?: CodedColumn;
	readonly value?: ValueProposal;
}

const ignoreFocusOut = true;

/** Lists what each value becomes, those not recognized first, and lets the person correct it; undefined if they cancel. */
export async function chooseCodes(
	server: LanguageServer,
	inspection: Inspection,
	columns: Columns,
): Promise<Codes | undefined> {
	const coded = await codedColumns(server, inspection, columns);
	const chosen = new Map(
		coded.map(({ column, values }) => [
			column,
			new Map(values.map(({ value, code }) => [value, code ?? null])),
		]),
	);
	for (;;) {
		const first: Item = {
			label: iconText`$(check) Use These Codes`,
			description: labelText(codeSummary(chosen)),
		};
		const picked = await pickOne([first, ...manyValueWarnings(coded), ...itemsFor(coded, chosen)], {
			title: 'Import (3 of 4): Codes',
			placeHolder: 'Press Enter to use these codes, or pick a value to correct it.',
			matchOnDescription: true,
			ignoreFocusOut,
		});
		if (!picked) return undefined;
		if (picked === first) return codesFor(coded, chosen);
		if (picked.coded && picked.value) await chooseCode(picked.coded, picked.value, chosen);
	}
}

/** The values in three groups: not recognized, changed to a code, and codes already. */
function itemsFor(coded: readonly CodedColumn[], chosen: ChosenCodes): Item[] {
	const unrecognized: Item[] = [];
	const changed: Item[] = [];
	const unchanged: Item[] = [];
	for (const each of coded) {
		for (const value of each.values) {
			const code = chosen.get(each.column)?.get(value.value) ?? null;
			const group = code === null ? unrecognized : code === value.value ? unchanged : changed;
			group.push(itemFor(each, value, code));
		}
	}
	return [
		separator('values not recognized'),
		...unrecognized,
		separator('values changed to a code'),
		...changed,
		separator('values that are codes already'),
		...unchanged,
	];
}

type ChosenCodes = ReadonlyMap<string, Map<string, string | null>>;

async function codedColumns(
	server: LanguageServer,
	{ proposals, columns }: Inspection,
	chosen: Columns,
): Promise<CodedColumn[]> {
	const coded = proposals
		.filter(({ coded, column }) => coded && chosen[column] !== undefined)
		.map(async ({ column }) => {
			const source = columns.find(({ name }) => name === chosen[column]);
			const codes = source && (await server.exportCodes({ column, values: source.values }));
			return source && codes ? { ...codes, column, source } : undefined;
		});
	return (await Promise.all(coded)).filter((each) => each !== undefined);
}

function itemFor(coded: CodedColumn, value: ValueProposal, code: string | null): Item {
	return {
		label: iconText`${code === null ? iconText`$(question)` : iconText`$(pass)`} ${labelText(coded.column)}: ${plainLabel(value.value)}`,
		description: labelText(`→ ${nameOf(coded, code)}, ${countOf(value.count, 'row')}`),
		detail: code === null && value.meaning ? plainLabel(value.meaning) : undefined,
		coded,
		value,
	};
}

function nameOf({ options }: ColumnCodes, code: string | null): string {
	if (code === null) return 'left unchanged';
	return code === '' ? 'an empty field' : (options.find((option) => option.code === code)?.text ?? code);
}

function codeSummary(chosen: ChosenCodes): string {
	const unrecognized = [...chosen.values()]
		.flatMap((values) => [...values.values()])
		.filter((code) => code === null).length;
	return unrecognized === 0 ? 'every value has a code' : `${countOf(unrecognized, 'value')} left unchanged`;
}

/** Warnings on columns with more values than are listed. A column of codes has few, so they may be the wrong columns. */
function manyValueWarnings(coded: readonly CodedColumn[]): Item[] {
	return coded
		.filter(({ source }) => source.unlisted > 0)
		.map(({ column, source }) => ({
			label: iconText`$(warning) ${labelText(column)}: ${plainLabel(source.name)} has many different values`,
			description: labelText(`The first ${source.values.length} are listed. Is it the right column?`),
		}));
}

/** Asks for the code of a value; Escape changes nothing. */
async function chooseCode(
	coded: CodedColumn,
	{ value, code, candidates, meaning }: ValueProposal,
	chosen: ChosenCodes,
): Promise<void> {
	const leave = {
		label: iconText`$(circle-slash) Leave Unchanged`,
		description: labelText(code === undefined ? 'proposed' : ''),
		code: null,
	};
	const option = (each: { readonly code: string; readonly text: string }) => ({
		label: labelText(each.text),
		description: labelText(
			each.code === code ? 'proposed' : candidates.includes(each.code) ? 'possible' : '',
		),
		code: each.code,
	});
	const options = coded.options.map(option);
	const empty = {
		label: iconText`$(dash) Leave the Field Empty`,
		description: labelText(code === '' ? 'proposed' : candidates.includes('') ? 'possible' : ''),
		code: '',
	};
	const all = [...options, empty, leave];
	const weight = ({ description }: { readonly description: string }): number =>
		['proposed', 'possible', ''].indexOf(description);
	const picked = await pickOne(
		all.toSorted((a, b) => weight(a) - weight(b)),
		{
			title: `${coded.column}: ${onOneLine(value)}`,
			placeHolder: meaning ?? 'Choose a code',
			ignoreFocusOut,
		},
	);
	if (picked) chosen.get(coded.column)?.set(value, picked.code);
}

/** The codes that a mapping must hold: none for a value that is its own code, and null only if a proposed code was declined. */
function codesFor(coded: readonly CodedColumn[], chosen: ChosenCodes): Codes {
	const entries = coded.map(({ column, values }) => {
		const needed = values.flatMap(({ value, code: proposed = null }) => {
			const code = chosen.get(column)?.get(value) ?? null;
			const isDefault = code === proposed && (code === null || code === value);
			return isDefault ? [] : [[value, code] as const];
		});
		return [column, Object.fromEntries(needed)] as const;
	});
	return Object.fromEntries(entries.filter(([, codes]) => Object.keys(codes).length > 0));
}
