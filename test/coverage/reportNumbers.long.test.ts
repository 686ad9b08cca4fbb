import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { countStudents } from '../../server/src/coverage/counting/count';
import { reportOf } from '../../server/src/coverage/report';
import { categories } from '../../server/src/spec';
import { runToEnd } from '../../server/src/work/runToEnd';
import { Random } from '../csv/random';
import { checked } from '../support/features';
import { coverageOf } from './coverageOf';

const ACCEPTED = { Gender: ['Unknown'], 'ext.primary_disability_type': ['Unknown'] };
const IDEA = 'ext.idea_indicator';
const TYPE = 'ext.primary_disability_type';
const COLUMNS = ['Gender', IDEA, TYPE, 'ext.title_i'];
const SCHOOLS = ['101', '102', 'Oak, North', ''];

function quoted(value: string): string {
	return /[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** The two files of a district; each extension column is in one of them, or in both, or in none. */
function district(random: Random): { readonly roster: string; readonly extension: string } {
	const places = COLUMNS.map((column) =>
		random.pick(column.startsWith('ext.') ? ['roster', 'extension', 'both', 'none'] : ['roster', 'none']),
	);
	const file = (name: string, key: string, others: readonly string[], ids: readonly number[]): string => {
		const columns = COLUMNS.filter((_, at) => places[at] === name || places[at] === 'both');
		const rows = ids.map((id) => {
			const values = columns.map((column) => {
				const codes = categories.find((one) => one.column === column)?.optionSet?.options ?? [];
				return random.pick([...codes.slice(0, 3).map(({ code }) => code), 'Unknown', 'yes', '', '']);
			});
			return [String(id), ...others.map(() => random.pick(SCHOOLS)), ...values].map(quoted).join();
		});
		return [[key, ...others, ...columns].join(), ...rows].join('\n');
	};
	const ids = Array.from({ length: 1 + random.below(60) }, (_, at) => at);
	return {
		roster: file('roster', 'Student_id', ['School_id'], ids),
		extension: file(
			'extension',
			'sis_id',
			[],
			ids.filter(() => random.chance(0.7)),
		),
	};
}

type Row = Readonly<Record<string, string>>;

/** The numbers of the report, counted from what csv-parse reads. */
function plainly({ roster, extension }: { readonly roster: string; readonly extension: string }) {
	const read = (text: string): Row[] => parse(text, { columns: true });
	const students = read(roster);
	const others = new Map(read(extension).map((row) => [row.sis_id, row]));
	const header = (text: string): string[] => (parse(text, { to: 1 }) as string[][])[0] ?? [];
	const inRoster = new Set(header(roster));
	const inExtension = new Set(header(extension));
	const has = (column: string): boolean => inRoster.has(column) || inExtension.has(column);
	const valueIn = (student: Row, column: string): string =>
		(inRoster.has(column) ? student[column] : others.get(student.Student_id)?.[column]) ?? '';
	const count = (column: string, among: readonly Row[]) => {
		const codes = categories.find((one) => one.column === column)?.optionSet?.options.map(({ code }) => code);
		const accepted: readonly string[] = column in ACCEPTED ? ['Unknown'] : [];
		const values = among.map((student) => valueIn(student, column));
		const valid = values.filter((value) => codes?.includes(value)).length;
		const ignored = values.filter((value) => accepted.includes(value)).length;
		const empty = values.filter((value) => value === '').length;
		return {
			valid,
			accepted: ignored,
			empty,
			wrong: values.length - valid - ignored - empty,
			of: values.length,
		};
	};
	const isNeeded = (student: Row, column: string): boolean =>
		column !== TYPE || !has(IDEA) || valueIn(student, IDEA) === 'Yes';
	const columns = COLUMNS.filter(has);
	return {
		categories: columns.map((column) => {
			const needed = students.filter((student) => isNeeded(student, column));
			const rest = students.filter((student) => !isNeeded(student, column));
			const outside = rest.filter((student) => valueIn(student, column) !== '').length;
			return {
				column,
				...count(column, needed),
				outside: column === TYPE && has(IDEA) ? outside : undefined,
			};
		}),
		schools: Object.fromEntries(
			SCHOOLS.map((id) => {
				const here = students.filter((student) => student.School_id === id);
				const counts = columns.map((column) =>
					count(
						column,
						here.filter((student) => isNeeded(student, column)),
					),
				);
				return [id, counts.map(({ valid, wrong, of }) => [valid, wrong, of])] as const;
			}).filter(([id]) => students.some((student) => student.School_id === id)),
		),
	};
}

describe('the numbers of the coverage report', () => {
	it('are those of a plain count by csv-parse, of random districts', () => {
		let withIdea = 0;
		for (let seed = 0; seed < 300; seed++) {
			const texts = district(new Random(seed));
			const roster = checked('students.csv', texts.roster, { acceptedValues: ACCEPTED });
			const extension = checked('students_ext.csv', texts.extension, { acceptedValues: ACCEPTED });
			const report = reportOf(runToEnd(countStudents({ roster, extension })), [roster, extension]);
			const present = report.categories.filter(({ fileName }) => fileName !== undefined);
			const found = {
				categories: present.map(({ column, valid, wrong, accepted, empty, of, outside }) => {
					assert.equal(valid + wrong + accepted + empty, of);
					return { column, valid, accepted, empty, wrong, of, outside };
				}),
				schools: Object.fromEntries(
					(report.schools ?? []).map(({ id, valid, wrong, of }) => [
						id,
						valid.map((each, at) => [each, wrong[at], of[at]]),
					]),
				),
			};
			assert.deepEqual(found, plainly(texts), `seed ${seed}`);
			for (const { codes, valid, accepted } of present) {
				const sumOf = (isAccepted: boolean): number =>
					codes
						.filter((code) => (code.accepted ?? false) === isAccepted)
						.reduce((sum, { students }) => sum + students, 0);
				assert.deepEqual([sumOf(false), sumOf(true)], [valid, accepted]);
			}
			if (present.some(({ ofWhom }) => ofWhom !== undefined)) withIdea++;
		}
		assert.ok(withIdea > 50, `${withIdea}`);
	});

	it('are there for one student, and without schools', () => {
		const { students, schools, categories: counted, alarms } = coverageOf('Student_id,Gender\n1,F\n');
		assert.deepEqual([students, schools, alarms], [1, undefined, []]);
		assert.deepEqual(counted.find(({ column }) => column === 'Gender')?.valid, 1);
	});

	it('are there for each of 2,000 schools', () => {
		const rows = Array.from({ length: 6000 }, (_, at) => `${at},${at % 2000},F,Y\n`).join('');
		const { schools } = coverageOf(`Student_id,School_id,Gender,IEP_status\n${rows}`);
		assert.equal(schools?.length, 2000);
		assert.ok(schools.every(({ id, students, valid }) => id && students === 3 && valid.join() === '3,3'));
	});

	it('are there for a school whose ID has 300 characters, and markup', () => {
		const id = '<b>&"$(bug)'.padEnd(300, 'x');
		const { schools } = coverageOf(`Student_id,School_id,Gender\n1,"${id.replaceAll('"', '""')}",F\n`);
		assert.equal(schools?.[0]?.id, id);
	});
});
