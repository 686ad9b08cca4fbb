import type { Amount, Category, CoverageReport } from '../../server/src/protocol/report';

/** For each category and each school: the students of each code, of values that are no code, and of empty fields. */
export type Numbers = readonly (readonly (readonly number[])[])[];

function sum(numbers: readonly number[]): number {
	return numbers.reduce((all, each) => all + each, 0);
}

export function reportOf(numbers: Numbers): CoverageReport {
	const schools = numbers[0]!.map((cells) => sum(cells));
	const categories = numbers.map((bySchool, at): Category => {
		const cells = bySchool[0]!.map((_, cell) => sum(bySchool.map((counts) => counts[cell]!)));
		const empty = cells.at(-1)!;
		return {
			column: `c${at}`,
			title: '',
			fileName: 'students.csv',
			codes: cells.slice(0, -2).map((students, code) => ({ code: String(code), label: '', students })),
			notCodes: cells.at(-2)!,
			empty,
			filled: sum(cells) - empty,
			errors: 3,
		};
	});
	return {
		isSuppressed: false,
		files: ['students.csv'],
		students: sum(schools),
		unread: 2,
		categories,
		schools: schools.map((students, at) => ({
			id: String(at),
			students,
			filled: numbers.map((bySchool) => students - bySchool[at]!.at(-1)!),
		})),
		alarms: [{ column: 'c0', message: 'Every one of the 3 values is N.' }],
		problems: [9, 10].map((rows) => ({
			rule: `field/${rows}`,
			title: '',
			severity: 'error' as const,
			rows,
			fileName: 'students.csv',
		})),
	};
}

export function amounts({ students, categories, schools }: CoverageReport): Amount[] {
	return [
		students,
		...categories.flatMap(({ codes, notCodes, empty, filled }) => [
			...codes.map((code) => code.students),
			notCodes,
			empty,
			filled,
		]),
		...(schools ?? []).flatMap((school) => [school.students, ...school.filled]),
	];
}
