import { nameReader } from '../bulk/unknownRowDetails';
import { trimUnseen } from '../characters';
import type { Checker } from '../check/live/checker';
import { formatNumber, shown } from '../wording';
import type { Refusal } from '../work/refusal';
import type { Steps } from '../work/steps';
import { GridRecord } from './gridRecord';
import type { GridRange, GridRowNames } from './gridTypes';
import { selectionProblem } from './selection';
import { selectedRecords } from './shownRows';
import type { ViewRows } from './viewRows';

/** How many rows are named. */
const MAX_NAMES = 3;

/** Whose rows ranges hold: the names of the first few, from either file. */
export function* rowNames(
	checker: Checker,
	rows: ViewRows,
	ranges: readonly GridRange[],
): Steps<GridRowNames | Refusal> {
	const problem = selectionProblem(checker, rows, ranges);
	if (problem) return { problem };
	const records = yield* selectedRecords(rows, ranges);
	const nameOf = studentNames(checker);
	return { rows: records.length, names: [...records.slice(0, MAX_NAMES)].map(nameOf) };
}

/** "Reyes, Ana (1001)", the ID alone where no file has the name, and "row 12" where the row has no student. */
function studentNames(checker: Checker): (record: number) => string {
	const { layout, roster } = checker;
	const row = new GridRecord(checker);
	const nameIn = nameReader(layout, roster?.layout.table ?? layout.table);
	return (record) => {
		row.read(record);
		const key = row.isReadable ? row.at(layout.keyIndex) : '';
		const id = shown(trimUnseen(key));
		if (id === '') return `row ${formatNumber(record + 1)}`;
		const name = nameIn(row) || nameInRoster(checker, key);
		return name === '' ? id : `${name} (${id})`;
	};
}

function nameInRoster({ roster }: Checker, id: string): string {
	const person = roster?.layout.table.person;
	const [student] = person ? (roster?.rowsOf(id) ?? []) : [];
	if (!person || !student) return '';
	const parts = [person.lastName, person.firstName].map((column) =>
		shown(trimUnseen(student.value(column) ?? '')),
	);
	return parts.filter((part) => part !== '').join(', ');
}
