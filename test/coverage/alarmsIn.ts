/** The alarms of made-up districts. */
import type { Checker } from '../../server/src/check/live/checker';
import { alarmsOf } from '../../server/src/coverage/alarms';
import { alarmFacts } from '../../server/src/coverage/alarms/alarmFacts';
import { countStudents } from '../../server/src/coverage/counting/count';
import type { Alarm } from '../../server/src/protocol/report';
import { type Element, students } from '../../server/src/spec';
import { runToEnd } from '../../server/src/work/runToEnd';
import { checked } from '../support/features';
import { petSize } from '../support/pets';

/** A roster with more columns of codes, made for tests: Size has S, M and L. */
const ROSTER = {
	...students,
	elements: [
		...students.elements,
		petSize,
		petColumn('Vaccinated', ['N', 'Y']),
		petColumn('Twenty', numbersTo(20)),
		petColumn('TwentyOne', numbersTo(21)),
	],
};

/** A column of these codes, each its own label. */
function petColumn(column: string, codes: readonly string[]): Element {
	const options = codes.map((code) => ({ code, label: code }));
	const { source } = petSize;
	return { ...petSize, column, optionSet: { id: column, title: column, ceds: false, source, options } };
}

function numbersTo(last: number): string[] {
	return Array.from({ length: last }, (_, index) => `#${index + 1}`);
}

/** The alarms of a roster with these students, given as how many, their school, and their values of the columns. */
export function alarms(...district: Parameters<typeof fullAlarms>): string[] {
	return fullAlarms(...district).map(({ column, message }) => `${column}: ${message}`);
}

/** The same with all that they tell. */
export function fullAlarms(
	groups: readonly (readonly [many: number, school: string, values: string])[],
	idOf: (index: number) => string = (index) => String(100_000 + index),
	columns = 'Gender,Frl_status,IEP_status',
	settings: unknown = {},
	schoolNames: ReadonlyMap<string, string> = new Map(),
): readonly Alarm[] {
	const rows = groups.flatMap(([many, school, values]) =>
		Array.from({ length: many }, () => `${school},${values}`),
	);
	const text = `Student_id,School_id,${columns}\n${rows.map((row, at) => `${idOf(at)},${row}`).join('\n')}\n`;
	return alarmsOfFiles(checked(ROSTER, text, settings), undefined, schoolNames);
}

/** The alarms of a district by its checked files. */
export function alarmsOfFiles(
	roster: Checker,
	extension?: Checker,
	byId: ReadonlyMap<string, string> = new Map(),
): readonly Alarm[] {
	const counts = runToEnd(countStudents({ roster, extension }));
	const checkers = [roster, extension].filter((file) => file !== undefined);
	return alarmsOf(counts, alarmFacts(checkers, { byId, isSound: true }));
}
