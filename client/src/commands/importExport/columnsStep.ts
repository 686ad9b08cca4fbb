import { type ColumnProposal, type Inspection, keyColumn } from '../../../../server/src/protocol';
import { iconText, type LabelText, labelText } from '../../../../server/src/safeText';
import { type PickItem, pickOne, separator } from '../../ui/quickPick';
import { onOneLine, plainLabel } from './labels';

/** The column of the export, by the column of ours that is read from it. */
export type Columns = Readonly<Record<string, string>>;

interface Item extends PickItem {
	readonly proposal?: ColumnProposal;
}

const ignoreFocusOut = true;

/** Lists which column of the export each of ours is read from, and lets the person correct it; undefined if they cancel. */
export async function chooseColumns(inspection: Inspection): Promise<Columns | undefined> {
	const chosen = new Map(inspection.proposals.map(({ column, source }) => [column, source]));
	for (;;) {
		const key = inspection.proposals.find(({ column }) => column === keyColumn);
		// An import needs the ID, so Enter asks for it first.
		const first: Item = chosen.get(keyColumn)
			? {
					label: iconText`$(check) Use These Columns`,
					description: labelText(columnSummary(inspection, chosen)),
				}
			: { label: iconText`$(key) Choose the Column of the Student ID First`, ...(key && { proposal: key }) };
		const picked = await pickOne([first, ...itemsFor(inspection, chosen)], {
			title: 'Import (2 of 4): Columns',
			placeHolder: 'Press Enter to use these columns, or pick one to correct it.',
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
	const matched = categories.filter(({ column }) => chosen.get(column) !== undefined);
	const key = proposals.find(({ column }) => column === keyColumn);
	const isDoubtful = key?.note !== undefined && chosen.get(keyColumn) === key.source;
	return `${matched.length} of ${categories.length} categories have a column${isDoubtful ? `; check ${keyColumn} first` : ''}`;
}

function itemsFor({ proposals }: Inspection, chosen: ReadonlyMap<string, string | undefined>): Item[] {
	const item = (proposal: ColumnProposal): Item => {
		const source = chosen.get(proposal.column);
		return {
			label: iconText`${source ? iconText`$(pass)` : iconText`$(circle-slash)`} ${labelText(proposal.column)}`,
			description: source ? iconText`← ${plainLabel(source)}` : labelText('no column'),
			detail: hint(proposal, source),
			proposal,
		};
	};
	const isKey = ({ column }: ColumnProposal): boolean => column === keyColumn;
	const others = proposals.filter((proposal) => !isKey(proposal) && !proposal.demographic);
	return [
		...proposals.filter(isKey).map(item),
		separator('categories'),
		...proposals.filter(({ demographic }) => demographic).map(item),
		separator('other columns'),
		...others.map(item),
	];
}

/** A warning or other candidates for a column; undefined for most columns. */
function hint(
	{ note, source: proposed, candidates }: ColumnProposal,
	source: string | undefined,
): LabelText | undefined {
	if (note && source === proposed) return iconText`$(warning) ${plainLabel(note)}`;
	const others = [proposed, ...candidates].filter((name) => name !== undefined && name !== source);
	return others.length > 0 ? iconText`$(question) Or is it ${labelText(others.join(' or '))}?` : undefined;
}

/** Asks for the column of the export; Escape changes nothing. */
async function chooseSource(
	{ column, title, source: proposed, candidates }: ColumnProposal,
	{ columns }: Inspection,
	chosen: Map<string, string | undefined>,
): Promise<void> {
	const likely = [proposed, ...candidates].filter((name) => name !== undefined);
	const item = (name: string, description: string): PickItem & { readonly source?: string } => ({
		label: plainLabel(name),
		description: labelText(description),
		detail: valuesOf(columns.find((each) => each.name === name)?.values ?? []),
		source: name,
	});
	const current = chosen.get(column);
	const noColumn = {
		label:
			column === keyColumn
				? iconText`$(circle-slash) No Column Yet: Choose One Below`
				: iconText`$(circle-slash) No Column`,
		description: labelText(current ? '' : 'current'),
	};
	const candidateItems = likely.map((name) => item(name, name === proposed ? 'proposed' : 'possible'));
	const rest = columns.filter(({ name }) => !likely.includes(name)).map(({ name }) => item(name, ''));
	const items = proposed ? [...candidateItems, noColumn, ...rest] : [noColumn, ...candidateItems, ...rest];
	const picked = await pickOne(items, {
		title: `${column}: ${title}`,
		placeHolder: 'Choose a column of the export',
		matchOnDetail: true,
		ignoreFocusOut,
	});
	if (picked) chosen.set(column, 'source' in picked ? picked.source : undefined);
}

const MAX_VALUES = 8;

function valuesOf(values: readonly { readonly value: string }[]): LabelText {
	const listed = values.slice(0, MAX_VALUES).map(({ value }) => onOneLine(value));
	return labelText(`${listed.join(', ')}${values.length > MAX_VALUES ? ', …' : ''}`);
}
