/** Repairs of whole rows against csv-parse: rows whose values are known are written as faulty programs write them. */
import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { fieldText, rowText } from '../../server/src/csv/quote';
import { Random } from '../csv/random';
import { check, type Found } from '../support/checking';

const ROUNDS = 1_500;
const COLUMNS = [
	'Student_id',
	'School_id',
	'Last_name',
	'First_name',
	'Gender',
	'Student_street',
	'Student_city',
];
const TEXT_COLUMNS = [2, 3, 5, 6];
const NAMES = [
	'Reyes',
	'Ng',
	'de la Cruz',
	'Reyes, Jr',
	'Ann "Annie"',
	'Ann "X, Y" Lee',
	'12 Main St, Apt 1',
	"O'Hara",
	'Muñoz',
	'x',
];

function soundRow(random: Random, id: number): string[] {
	const name = (): string => random.pick(NAMES);
	return [`00${id}`, '5', name(), name(), random.pick(['F', 'M', '']), name(), name()];
}

/** Writes a row as a faulty program does, and returns undefined where it has no such fault. */
const faulty: Readonly<Record<string, (random: Random, values: readonly string[]) => string | undefined>> = {
	unclosed: (random, values) => {
		const column = random.pick(TEXT_COLUMNS);
		return values
			.map((value, at) =>
				at === column ? `"${value.replaceAll('"', '""')}` : fieldText(value, random.chance(0.2)),
			)
			.join();
	},
	spaces: (_, values) => values.map((value) => fieldText(value, true)).join(', '),
	spacesAfter: (_, values) => values.map((value) => fieldText(value, true)).join(' ,'),
	backslash: (_, values) =>
		values.some((value) => value.includes('"'))
			? values.map((value) => (/[",]/.test(value) ? `"${value.replaceAll('"', '\\"')}"` : value)).join()
			: undefined,
	plain: (_, values) =>
		values.some((value) => value.includes('"'))
			? values.map((value) => (/[",]/.test(value) ? `"${value}"` : value)).join()
			: undefined,
	unquoted: (_, values) => (values.some((value) => value.includes(',')) ? values.join() : undefined),
	formula: (_, values) => values.map((value, at) => (at === 0 ? `="${value}"` : fieldText(value))).join(),
};

const records = (text: string): string[][] | undefined => {
	try {
		return parse(text, { relax_column_count: true });
	} catch {
		return undefined;
	}
};

describe('a repair of a whole row', () => {
	for (const [kind, write] of Object.entries(faulty)) {
		it(`of the kind ${kind} leaves the known values if it is preferred, and all other rows as they were`, () => {
			const random = new Random(11);
			let preferred = 0;
			let faults = 0;
			for (let round = 0; round < ROUNDS; round++) {
				const above = soundRow(random, 1);
				const values = soundRow(random, 2);
				const below = [soundRow(random, 3), soundRow(random, 4)];
				const written = write(random, values);
				if (written === undefined) continue;
				const head = `${rowText(COLUMNS)}\n${rowText(above)}\n`;
				const tail = `\n${below.map(rowText).join('\n')}\n`;
				const found: readonly Found[] = check('students.csv', head + written + tail);
				const where = JSON.stringify({ round, written });
				for (const { record, rule, fixes } of found.filter(({ rule: id }) => /^csv|mangled/.test(id))) {
					assert.equal(record, 2, `${rule} ${where}`);
					faults++;
					for (const fix of fixes) {
						const after = fix.apply();
						assert.ok(after.startsWith(head) && after.endsWith(tail), `${fix.title} ${where}`);
						if (!fix.preferred) continue;
						preferred++;
						assert.deepEqual(records(after), [COLUMNS, above, values, ...below], `${fix.title} ${where}`);
					}
				}
			}
			assert.ok(faults > ROUNDS / 4, `${faults} faults`);
			assert.ok(preferred > ROUNDS / 50, `${preferred} preferred`);
		});
	}
});
