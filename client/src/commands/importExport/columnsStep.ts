import { type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { type ColumnProposal, type Inspection, keyColumn } from '../../../../server/src/protocol';
import { plainLabel } from './labels';

/** Column of ours → column of the export. */
export type Columns = Readonly<Record<string, string>>;

interface Item extends QuickPickItem {
	readonly proposal?: ColumnProposal;
}

const ignoreFocusOut = true;

/** Shows which column of the export is taken for which of ours, each to be corrected, until the person goes on. */
export async function chooseColumns(inspection: Inspection): Promise<Columns | undefined> {
	const chosen = new Map(inspection.proposals.map(({ column, source }) => [column, source]));
	for (;;) {
		const key = inspection.proposals.find(({ column }) => column === keyColumn);
		// Nothing goes without the id, so Enter leads to it first.
		const first: Item = chosen.get(keyColumn)
			? { label: '$(check) Take these columns', description: columnSummary(inspection, chosen) }
			: { label: `$(key) First choose the column of the student's id`, ...(key && { proposal: key }) };
		const picked = await window.showQuickPick([first, ...itemsFor(inspection, chosen)], {
			title: 'Import (2 of 4): which column is what',
			placeHolder: 'Press Enter to take these columns, or pick one to correct it.',
			matchOnDescription: true,
			ignoreFocusOut,
		});
		if (!picked) return undefined;
		if (picked === first && !picked.proposal) break;
		if (picked.proposal) await chooseSource(picked.proposal, inspection, chosen);
	}
	return Object.fromEntries([...chosen].filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function columnSummary({ proposals }: Inspection, chosen: ReadonlyMap<string, string | undefined>): string {
	const categories = proposals.filter(({ demographic }) => demographic);
	const found = categories.filter(({ column }) => chosen.get(column) !== undefined);
	const key = proposals.find(({ column }) => column === keyColumn);
	const isDoubtful = key?.note !== undefined && chosen.get(keyColumn) === key.source;
	return `${found.length} of the ${categories.length} categories have a column${isDoubtful ? `; look at ${keyColumn} first` : ''}`;
}

function itemsFor({ proposals }: Inspection, chosen: ReadonlyMap<string, string | undefined>): Item[] {
	const item = (proposal: ColumnProposal): Item => {
		const source = chosen.get(proposal.column);
		return {
			label: `${source ? '$(pass)' : '$(circle-slash)'} ${proposal.column}`,
			description: source ? `← ${plainLabel(source)}` : 'no column',
			detail: hint(proposal, source),
			proposal,
		};
	};
	const isKey = ({ column }: ColumnProposal): boolean => column === keyColumn;
	const others = proposals.filter((proposal) => !isKey(proposal) && !proposal.demographic);
	return [
		...proposals.filter(isKey).map(item),
		{ label: 'the categories', kind: QuickPickItemKind.Separator },
		...proposals.filter(({ demographic }) => demographic).map(item),
		{ label: 'other columns', kind: QuickPickItemKind.Separator },
		...others.map(item),
	];
}

/** What a person should know; most lines need none. */
function hint(
	{ note, source: proposed, candidates }: ColumnProposal,
	source: string | undefined,
): string | undefined {
	if (note && source === proposed) return `$(warning) ${plainLabel(note)}`;
	const others = [proposed, ...candidates].filter((name) => name !== undefined && name !== source);
	return others.length > 0
		? `$(question) or is it ${others.map((name) => plainLabel(name ?? '')).join(', ')}?`
		: undefined;
}

/** Asks for the column of the export; Escape leaves it as it was. */
async function chooseSource(
	{ column, title, source: proposed, candidates }: ColumnProposal,
	{ columns }: Inspection,
	chosen: Map<string, string | undefined>,
): Promise<void> {
	const likely = [proposed, ...candidates].filter((name) => name !== undefined);
	const item = (name: string, description: string): QuickPickItem & { readonly source?: string } => ({
		label: plainLabel(name),
		description,
		detail: valuesOf(columns.find((each) => each.name === name)?.values ?? []),
		source: name,
	});
	const current = chosen.get(column);
	const none = {
		label:
			column === keyColumn ? '$(circle-slash) No column yet: choose one below' : '$(circle-slash) No column',
		description: current ? '' : 'now',
	};
	const named = likely.map((name) => item(name, name === proposed ? 'proposed' : 'may be it'));
	const rest = columns.filter(({ name }) => !likely.includes(name)).map(({ name }) => item(name, ''));
	const items = proposed ? [...named, none, ...rest] : [none, ...named, ...rest];
	const picked = await window.showQuickPick(items, {
		title: `${column}: ${title}`,
		placeHolder: 'Which column of the export is it?',
		matchOnDetail: true,
		ignoreFocusOut,
	});
	if (picked) chosen.set(column, 'source' in picked ? picked.source : undefined);
}

const MAX_VALUES = 8;

function valuesOf(values: readonly { readonly value: string }[]): string {
	const shown = values.slice(0, MAX_VALUES).map(({ value }) => plainLabel(value));
	return `${shown.join(', ')}${values.length > MAX_VALUES ? ', …' : ''}`;
}
