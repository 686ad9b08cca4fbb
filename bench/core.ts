/** The bench's one door to the server's sources; all else about the server it measures from outside. */

import { ActiveRules } from '../server/src/check/activeRules';
import { Checker } from '../server/src/check/live/checker';
import { CsvDocument } from '../server/src/csv/document';
import { diagnostics } from '../server/src/features/diagnostics';
import { statusOf } from '../server/src/features/status';
import { defaultSettings } from '../server/src/settings';
import { students } from '../server/src/spec';

export type { ContentChange } from '../server/src/csv/edits/edit';
export { startServer } from '../server/src/server';
export { type Checker, students };

/** Where the server finds the rules' pages; the address is part of what goes over the wire. */
export const RULES_URI = 'file:///district/docs/rules';

/** A fresh document with a fresh checker that has checked nothing yet. */
export function checkerOf(text: string): Checker {
	const document = new CsvDocument('file:///district/students.csv', 'clever-students', 1, text);
	return new Checker(document, students, new ActiveRules(defaultSettings), { name: students.fileName });
}

/** All that the server does for a publish, but for sending it. */
export function publish(checker: Checker): number {
	const ruleUri = (ruleId: string): string => `${RULES_URI}/${ruleId.replace('/', '-')}.md`;
	return diagnostics(checker, { ruleUri }).length;
}

/** What a client of ours is told beside the diagnostics. */
export function status(checker: Checker): number {
	return statusOf(checker).records;
}
