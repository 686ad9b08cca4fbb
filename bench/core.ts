/** The only module of the bench that imports the server's sources. All other cases measure the built server. */

import { ActiveRules } from '../server/src/check/activeRules';
import { Checker } from '../server/src/check/live/checker';
import { CsvDocument } from '../server/src/csv/document';
import { diagnostics } from '../server/src/features/diagnostics';
import { statusOf } from '../server/src/features/status';
import { defaultSettings } from '../server/src/settings';
import { students } from '../server/src/spec';

export { fixAllEdits } from '../server/src/check/fixes/fixAll';
export type { ContentChange } from '../server/src/csv/edits/edit';
export { startServer } from '../server/src/server';
export { type Checker, students };

/** The folder of the rules' pages; its URI is part of every diagnostic. */
export const RULES_URI = 'file:///district/docs/rules';

/** Returns a checker of a new document; it has checked nothing yet. */
export function checkerOf(text: string): Checker {
	const document = new CsvDocument('file:///district/students.csv', 'clever-students', 1, text);
	return new Checker(document, students, new ActiveRules(defaultSettings), { name: students.fileName });
}

/** Makes the diagnostics of a publish without sending them; returns how many there are. */
export function publish(checker: Checker): number {
	const ruleUri = (ruleId: string): string => `${RULES_URI}/${ruleId.replace('/', '-')}.md`;
	return diagnostics(checker, { ruleUri }).length;
}

/** Makes the status that our own client gets in addition to the diagnostics; returns its number of rows. */
export function status(checker: Checker): number {
	return statusOf(checker).records;
}
