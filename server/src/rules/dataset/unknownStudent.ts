import { students } from '../../spec';
import { cleverExtensionFields } from '../../spec/sources';
import { countOf, plural, quoteUnlessDigits } from '../../wording';
import { setValue } from '../fix';
import type { Cause, StudentRule } from '../rule';
import type { AlternateId } from '../views';

/** How many students an ID may stand for before none of them is likely. */
const MAX_NAMED_STUDENTS = 3;

const KEY = students.primaryKey;
const FILE = students.fileName;

const lostZeros: Cause = {
	atLeast: 10,
	message: (rows) =>
		`${countOf(rows, 'ID')} ${plural(rows, 'differs', 'differ')} from ${FILE} only in leading zeros, which Excel drops. Fix all in this column, or export the IDs again as text.`,
};

export const unknownStudent: StudentRule = {
	id: 'dataset/unknown-student',
	severity: 'error',
	tellsValue: false,
	offersRemoval: true,
	title: 'The student is not in students.csv',
	why: 'Clever joins the two files by this ID: sis_id must be a Student_id of students.csv. If it is not, Clever cannot match this row to a student.',
	source: cleverExtensionFields,
	example: {
		table: 'students_ext.csv',
		bad: { sis_id: '4711', 'ext.title_i': 'Yes' },
		good: { sis_id: '1001', 'ext.title_i': 'Yes' },
		sibling: 'Student_id,Student_number,School_id,Last_name,First_name\n1001,4711,5,Reyes,Ana\n',
	},

	portableStudent: { kind: 'unknown' },
	checkStudent(id, row, { rows, others }, report) {
		if (rows.length > 0) return;
		const column = row.layout.keyIndex;
		const alternatives = others();
		const [first] = alternatives;
		const fixes = alternatives
			.slice(0, MAX_NAMED_STUDENTS)
			.map((other) => setValue(`Use ${nameOf(other)}`, column, other.id, alternatives.length === 1));
		const problem = {
			message: first ? `${explained(id, first)} Use ${listed(alternatives)}.` : unexplained(id),
			fixes: () => fixes,
			...(first && first.column === undefined && { cause: lostZeros }),
		};
		report(problem, { column });
	},
};

function nameOf({ id, column }: AlternateId): string {
	return column === undefined ? quoteUnlessDigits(id) : `${KEY} ${quoteUnlessDigits(id)}`;
}

function explained(id: string, { id: studentId, column }: AlternateId): string {
	return column === undefined
		? `No student has the ID ${quoteUnlessDigits(id)}, but ${quoteUnlessDigits(studentId)} exists. The leading zeros differ.`
		: `${quoteUnlessDigits(id)} is a ${column} in ${FILE}, not a ${KEY}.`;
}

function listed(others: readonly AlternateId[]): string {
	const ids = others.slice(0, MAX_NAMED_STUDENTS).map(({ id }) => quoteUnlessDigits(id));
	return ids.join(' or ');
}

function unexplained(id: string): string {
	return `No student in ${FILE} has the ${KEY} ${quoteUnlessDigits(id)}. Correct the ID, or remove the row.`;
}
