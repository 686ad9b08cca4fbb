import { studentTables, type Table } from '../spec';
import { countOf, plural, reviewText, thingsToReview } from '../wording';
import { type CategoryFacts, categoriesOf, type FolderFacts } from './categoryFacts';
import { errorCount, reasonsOf } from './readinessReasons';
import type { Readiness, ReadinessState, Reason } from './readinessTypes';

/**
 * Says whether the files of a folder can be uploaded, and what holds them back. The same facts always give the same
 * answer.
 *
 * @param tables the files that a folder may have.
 */
export function readinessOf(folder: FolderFacts, tables: readonly Table[] = studentTables): Readiness {
	const categories = categoriesOf(folder, tables);
	const reasons = reasonsOf(folder, categories);
	const state = stateOf(reasons);
	const summary = [
		`${headline(state, folder, reasons)}: ${covered(folder, categories)}.`,
		...acceptedSentence(folder),
		...notSentSentences(categories),
		...(state === 'ready' ? notNeededSentence(categories) : []),
	];
	return { state, summary: summary.join(' '), reasons };
}

function stateOf(reasons: readonly Reason[]): ReadinessState {
	if (reasons.some(({ id }) => id === 'errors')) return 'errors';
	return thingsToReview(reasons) > 0 ? 'review' : 'ready';
}

function headline(state: ReadinessState, { files, others }: FolderFacts, reasons: readonly Reason[]): string {
	if (state === 'ready') return 'Ready to upload';
	if (state === 'review') return reviewText(reasons);
	return `${countOf(errorCount([...files, ...others].flatMap(({ findings }) => findings)), 'error')} to fix`;
}

/** "13 of 14 categories, 2,398 students". */
function covered({ files }: FolderFacts, categories: readonly CategoryFacts[]): string {
	const complete = categories.filter(({ isFilled }) => isFilled);
	const { students } = files.find(({ role }) => role === 'roster') ?? files[0] ?? { students: 0 };
	return `${complete.length} of ${countOf(categories.length, 'category', 'categories')}, ${countOf(students, 'student')}`;
}

function acceptedSentence({ files }: FolderFacts): string[] {
	const rows = files
		.flatMap(({ columns }) => columns)
		.flatMap(({ accepted }) => accepted)
		.reduce((sum, value) => sum + value.rows, 0);
	return rows > 0 ? [`${countOf(rows, 'accepted value')} that Amplify will ignore.`] : [];
}

function notSentSentences(categories: readonly CategoryFacts[]): string[] {
	const withoutFile = categories.filter(({ absence }) => absence === 'no file');
	const byDistrict = categories.filter(({ absence }) => absence === 'not sent');
	const files = [...new Set(withoutFile.map(({ table }) => table.fileName))];
	return [
		...files.map((fileName) => {
			const { length } = withoutFile.filter(({ table }) => table.fileName === fileName);
			return `Without ${fileName}, ${countOf(length, 'category is', 'categories are')} not sent.`;
		}),
		...(byDistrict.length > 0
			? [
					`${byDistrict.map(({ element }) => element.column).join(', ')} ${plural(byDistrict.length, 'is', 'are')} not sent.`,
				]
			: []),
	];
}

/** Why a column is empty that holds nothing back. */
function notNeededSentence(categories: readonly CategoryFacts[]): string[] {
	return categories
		.filter(({ isFilled, isNotNeeded, absence }) => isNotNeeded && !isFilled && !absence)
		.map(({ element }) => `No student needs ${element.column}, so it is empty.`);
}
