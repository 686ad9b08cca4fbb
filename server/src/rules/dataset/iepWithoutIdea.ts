import { isUnseen } from '../../characters';
import { findElement, studentsExt } from '../../spec';
import { ideaOfIep, iepStatus } from '../../spec/demographics';
import { ownInference } from '../../spec/sources';
import { countOf, plural } from '../../wording';
import type { StudentCountRule } from '../rule';

const { code: HAS_IEP, column: IDEA, otherCode: HAS_IDEA } = ideaOfIep;
const IEP = iepStatus.column;

/** The codes that deny it. Any other value is a finding of its own first, and may still mean yes. */
const denials = (findElement(studentsExt, IDEA)?.optionSet?.options ?? [])
	.map(({ code }) => code)
	.filter((code) => code !== HAS_IDEA);

export const iepWithoutIdea: StudentCountRule = {
	id: 'dataset/iep-without-idea',
	severity: 'information',
	tellsValue: true,
	title: `Students with an IEP have no ${HAS_IDEA} in ${IDEA}`,
	why: 'Most individualized education programs (IEPs) are written under IDEA. If many students have an IEP and no Yes in ext.idea_indicator, the export may leave rows out, or write No for students that it knows nothing of.',
	source: ownInference,
	example: {
		table: 'students_ext.csv',
		bad: { sis_id: '1001', [IDEA]: 'No' },
		good: { sis_id: '1001', [IDEA]: HAS_IDEA, 'ext.primary_disability_type': 'AUT' },
		sibling: `Student_id,School_id,Last_name,First_name,${IEP}\n1001,5,Reyes,Ana,${HAS_IEP}\n`,
	},

	rosterColumn: IEP,
	column: IDEA,
	portableCount: { equals: HAS_IEP, denials },
	isCounted(rows, others) {
		const statuses = rows.map((row) => row.value(IEP) ?? '').filter((value) => !isUnseen(value));
		// Rows of one student that disagree are reported by another rule.
		if (statuses.length === 0 || statuses.some((status) => status !== HAS_IEP)) return false;
		return others.every((row) => {
			const value = row.value(IDEA) ?? '';
			return isUnseen(value) || denials.includes(value);
		});
	},
	checkCount(students) {
		return {
			message: `${countOf(students, 'student')} ${plural(students, 'has', 'have')} an IEP (${IEP} ${HAS_IEP}) but no ${HAS_IDEA} in ${IDEA}. Check whether IDEA applies to them.`,
		};
	},
};
