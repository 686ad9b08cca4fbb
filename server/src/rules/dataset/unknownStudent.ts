import { students } from '../../spec';
import { cleverExtensionFields } from '../../spec/sources';
import { formatNumber, shown } from '../../wording';
import { setValue } from '../fix';
import type { Cause, StudentRule } from '../rule';
import type { AlternateId } from '../views';

/** Of more, none is likely. */
const MOST_NAMED = 3;

const KEY = students.primaryKey;
const FILE = students.fileName;

const lostZeros: Cause = {
	atLeast: 10,
	message: (rows) =>
		`${formatNumber(rows)} ids meet a student of ${FILE} but for leading zeros, which Excel drops. Fix all in this column, or take the ids again with the column as text.`,
};

export const unknownStudent: StudentRule = {
	id: 'dataset/unknown-student',
	severity: 'error',
	title: 'The student is not in students.csv',
	why: 'Clever joins the two files by this id: sis_id must be a Student_id of students.csv. A row of nobody is lost without a word.',
	source: cleverExtensionFields,
	example: {
		table: 'students_ext.csv',
		bad: { sis_id: '4711', 'ext.title_i': 'Yes' },
		good: { sis_id: '1001', 'ext.title_i': 'Yes' },
		beside: 'Student_id,Student_number,School_id,Last_name,First_name\n1001,4711,5,Reyes,Ana\n',
	},

	checkStudent(id, row, { rows, others }, report) {
		if (rows.length > 0) return;
		const column = row.layout.keyIndex;
		const found = others();
		const [first] = found;
		const fixes = found
			.slice(0, MOST_NAMED)
			.map((other) =>
				setValue(`Use "${shown(other.id)}"${origin(other)}`, column, other.id, found.length === 1),
			);
		const problem = {
			message: first ? `${explained(id, first)} Use ${listed(found)}.` : unexplained(id),
			fixes: () => fixes,
			...(first && first.column === undefined && { cause: lostZeros }),
		};
		report(problem, { column });
	},
};

function origin({ column }: AlternateId): string {
	return column === undefined ? '' : `, the ${KEY} of that student`;
}

function explained(id: string, { id: true_, column }: AlternateId): string {
	return column === undefined
		? `"${shown(id)}" is nobody's ${KEY} in ${FILE}, and "${shown(true_)}" is: leading zeros were lost or added.`
		: `"${shown(id)}" is the ${column} of a student in ${FILE}, not the ${KEY}.`;
}

function listed(others: readonly AlternateId[]): string {
	const ids = others.slice(0, MOST_NAMED).map(({ id }) => `"${shown(id)}"`);
	return ids.join(' or ');
}

function unexplained(id: string): string {
	return `"${shown(id)}" is not the ${KEY} of a student in ${FILE}. Take the id from there, or delete the row.`;
}
