import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Checker } from '../../../server/src/check/live/checker';
import { type PlacedReport, placeReport } from '../../../server/src/compare/returned/placeReport';
import type { ReturnedColumns, ReturnedReport } from '../../../server/src/compare/returned/returnedTypes';
import { readList } from '../../../server/src/convert/read/readList';
import { runToEnd } from '../../../server/src/work/runToEnd';
import { checkerOf } from '../../support/checking';

export const ROSTER = `Student_id,Student_number,State_id,Last_name,First_name,Gender,Race,Home_language
1001,N-1,700001,Ames,Ada,Q,A,English
1002,N-2,700002,Brown,Bo,M,Z,Klingon
1003,N-3,700003,Cole,Cy,M,W,English
1004,N-4,700004,Dean,Di,F,B,English
`;
export const EXTENSION = `sis_id,ext.idea_indicator,ext.title_i
1001,Yes,No
1002,Perhaps,No
`;

/** A checked file of students. */
export function checkedFile(fileName: string, text: string): Checker {
	const checker = checkerOf(fileName, text);
	checker.run();
	return checker;
}

/** The two files above, or others. */
export function district(roster = ROSTER, extension = EXTENSION): readonly [Checker, Checker] {
	return [checkedFile('students.csv', roster), checkedFile('students_ext.csv', extension)];
}

/** What becomes of a report's text, or of a file in the fixtures. */
export async function placed(
	report: { readonly text: string } | string,
	files: readonly Checker[] = district(),
	chosen: Partial<ReturnedColumns> = {},
): Promise<PlacedReport> {
	const bytes =
		typeof report === 'string'
			? readFileSync(join(__dirname, '../../fixtures/reports', report))
			: new TextEncoder().encode(report.text);
	const list = await readList({ name: 'errors.csv', bytes }, undefined, () => false);
	if ('problem' in list) return list;
	return runToEnd(placeReport('errors.csv', list, files, chosen));
}

/** A report that is placed without a question. */
export async function report(...args: Parameters<typeof placed>): Promise<ReturnedReport> {
	const answer = await placed(...args);
	if (!('report' in answer)) throw new Error(JSON.stringify(answer));
	return answer.report;
}
