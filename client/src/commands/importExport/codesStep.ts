import { type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { ColumnCodes, Inspection, SourceColumn, ValueProposal } from '../../../../server/src/protocol';
import { countOf, plural } from '../../../../server/src/wording';
import type { LanguageServer } from '../../server/languageServer';
import type { Columns } from './columnsStep';
import { plainLabel } from './labels';

/** Column of ours → value of the export → code; '' empties the field, null leaves the value as it is. */
export type Codes = Readonly<Record<string, Readonly<Record<string, string | null>>>>;

interface CodedColumn extends ColumnCodes {
	readonly column: string;
	readonly source: SourceColumn;
}

interface Item extends QuickPickItem {
	readonly coded?: CodedColumn;
	readonly value?: ValueProposal;
}

const ignoreFocusOut = true;

/** Shows what each value becomes, what has no meaning first, each to be corrected; undefined where the person gave up. */
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
		const first: Item = { label: '$(check) Take these codes', description: codeSummary(chosen) };
		const picked = await window.showQuickPick(
			[first, ...manyValueWarnings(coded), ...itemsFor(coded, chosen)],
			{
				title: 'Import (3 of 4): which value is which code',
				placeHolder: 'Press Enter to take these codes, or pick a value to correct it.',
				matchOnDescription: true,
				ignoreFocusOut,
			},
		);
		if (!picked) return undefined;
		if (picked === first) return codesFor(coded, chosen);
		if (picked.coded && picked.value) await chooseCode(picked.coded, picked.value, chosen);
	}
}

/** The values in three parts: those that need an eye, those that change, those that are codes already. */
function itemsFor(coded: readonly CodedColumn[], chosen: ChosenCodes): Item[] {
	const left: Item[] = [];
	const changed: Item[] = [];
	const right: Item[] = [];
	for (const each of coded) {
		for (const value of each.values) {
			const code = chosen.get(each.column)?.get(value.value) ?? null;
			const part = code === null ? left : code === value.value ? right : changed;
			part.push(itemFor(each, value, code));
		}
	}
	const separator = (label: string): Item => ({ label, kind: QuickPickItemKind.Separator });
	return [
		separator('values without a meaning'),
		...left,
		separator('values that become a code'),
		...changed,
		separator('values that are codes'),
		...right,
	];
}

type ChosenCodes = ReadonlyMap<string, Map<string, string | null>>;

async function codedColumns(
	server: LanguageServer,
	{ proposals, columns }: Inspection,
	chosen: Columns,
): Promise<CodedColumn[]> {
	const found = proposals
		.filter(({ coded, column }) => coded && chosen[column] !== undefined)
		.map(async ({ column }) => {
			const source = columns.find(({ name }) => name === chosen[column]);
			const codes = source && (await server.exportCodes({ column, values: source.values }));
			return source && codes ? { ...codes, column, source } : undefined;
		});
	return (await Promise.all(found)).filter((each) => each !== undefined);
}

function itemFor(coded: CodedColumn, value: ValueProposal, code: string | null): Item {
	return {
		label: `${code === null ? '$(question)' : '$(pass)'} ${coded.column}: ${plainLabel(value.value)}`,
		description: `→ ${nameOf(coded, code)}, ${countOf(value.count, 'row')}`,
		detail: code === null && value.meaning ? plainLabel(value.meaning) : undefined,
		coded,
		value,
	};
}

function nameOf({ options }: ColumnCodes, code: string | null): string {
	if (code === null) return 'left as it is';
	return code === '' ? 'an empty field' : (options.find((option) => option.code === code)?.text ?? code);
}

function codeSummary(chosen: ChosenCodes): string {
	const left = [...chosen.values()]
		.flatMap((values) => [...values.values()])
		.filter((code) => code === null).length;
	return left === 0
		? 'every value has a code'
		: `${countOf(left, 'value')} left as ${plural(left, 'it is', 'they are')}`;
}

/** A column of so many values holds no codes: it is probably the wrong one. */
function manyValueWarnings(coded: readonly CodedColumn[]): Item[] {
	return coded
		.filter(({ source }) => source.unlisted > 0)
		.map(({ column, source }) => ({
			label: `$(warning) ${column}: ${plainLabel(source.name)} holds many different values`,
			description: `the first ${source.values.length} are listed; is it the right column?`,
		}));
}

/** Asks for the code of a value; Escape leaves it as it was. */
async function chooseCode(
	coded: CodedColumn,
	{ value, code, candidates, meaning }: ValueProposal,
	chosen: ChosenCodes,
): Promise<void> {
	const leave = {
		label: '$(circle-slash) Leave it as it is',
		description: code === undefined ? 'proposed' : '',
		code: null,
	};
	const option = (each: { readonly code: string; readonly text: string }) => ({
		label: each.text,
		description: each.code === code ? 'proposed' : candidates.includes(each.code) ? 'may be it' : '',
		code: each.code,
	});
	const options = coded.options.map(option);
	const empty = {
		label: '$(dash) Leave the field empty',
		description: code === '' ? 'proposed' : '',
		code: '',
	};
	const all = [...options, empty, leave];
	const weight = ({ description }: { readonly description: string }): number =>
		['proposed', 'may be it', ''].indexOf(description);
	const picked = await window.showQuickPick(
		all.toSorted((a, b) => weight(a) - weight(b)),
		{
			title: `${coded.column}: what does ${plainLabel(value)} stand for?`,
			placeHolder: meaning ?? 'Which code is it?',
			ignoreFocusOut,
		},
	);
	if (picked) chosen.get(coded.column)?.set(value, picked.code);
}

/** What a mapping must say: every code but what is one already, and null only where a meaning was turned down. */
function codesFor(coded: readonly CodedColumn[], chosen: ChosenCodes): Codes {
	const entries = coded.map(({ column, values }) => {
		const told = values.flatMap(({ value, code = null }) => {
			const own = chosen.get(column)?.get(value) ?? null;
			const goesWithoutSaying = own === code && (own === null || own === value);
			return goesWithoutSaying ? [] : [[value, own] as const];
		});
		return [column, Object.fromEntries(told)] as const;
	});
	return Object.fromEntries(entries.filter(([, codes]) => Object.keys(codes).length > 0));
}
