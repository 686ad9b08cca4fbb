import type { Readiness } from '../../coverage/readinessTypes';
import { type CountedRows, rowStudentCounts } from '../../coverage/rowStudentCounts';
import type { CountRange, SavedCategory } from '../../coverage/savedReportTypes';
import { savedReportOf } from '../../coverage/suppression/savedReport';
import { markupText } from '../../safeText';
import { countOf, distinctLabel, formatNumber, formatRange, formatShareRange } from '../../wording';

/** How a folder stands and what its categories hold, as the saved coverage report says it. */
export function* categorySections(
	files: readonly CountedRows[],
	exact: Readiness,
	fewest: number,
	isRedacted: boolean,
): Iterable<string> {
	const names = files.map(({ facts }) => facts.fileName);
	const { students, readiness, categories } = savedReportOf(rowStudentCounts(files), names, exact, fewest);
	const shown = isRedacted ? readiness : exact;
	if (shown) {
		yield `<div class="verdict ${shown.state}"><p>${markupText(shown.summary)}</p>\n`;
		if (shown.reasons.length > 0) {
			yield `<ul>${shown.reasons.map(({ message }) => `<li>${markupText(message)}</li>`).join('')}</ul>\n`;
		}
		yield '</div>\n';
	}
	const found = categories.filter(({ column }) =>
		files.some(({ facts }) => facts.columns.some((each) => each.column === column)),
	);
	const all = students === undefined ? `fewer than ${fewest} students` : countOf(students, 'student');
	yield `<p>${markupText(`${all}, ${formatNumber(found.length)} of ${countOf(categories.length, 'category', 'categories')} with a column`)}</p>\n`;
	if (students === undefined) return;
	yield '<div class="cards">\n';
	for (const category of categories) yield* card(category, students, found.includes(category));
	yield '</div>\n';
}

function* card(
	{ column, title, fileName, counts, neededBy }: SavedCategory,
	students: number,
	isFound: boolean,
): Iterable<string> {
	if (!isFound) return;
	yield `<article>\n<h3>${markupText(title)}</h3>\n<p class="quiet">${markupText([column, fileName, neededBy && `needed by ${neededBy}`].filter(Boolean).join(' · '))}</p>\n`;
	if (!counts) {
		yield '<p class="quiet">Not counted: students have several rows, or rows are of no student.</p>\n</article>\n';
		return;
	}
	const { codes, otherCodes, few, noCode } = counts;
	const rows = [
		...codes.map(({ code, label, students: range }) => ({
			name: [code, distinctLabel({ code, label })].filter(Boolean).join(' · '),
			range,
		})),
		...(noCode ? [{ name: 'Empty or not a code', range: noCode }] : []),
	];
	yield '<table><thead><tr><th scope="col">Value</th><th scope="col">Students</th><th scope="col">Share</th></tr></thead>\n<tbody>\n';
	for (const { name, range } of rows) {
		yield `<tr><th scope="row">${markupText(name)}</th><td>${markupText(formatRange(range))}</td><td>${markupText(shareText(range, students))}</td></tr>\n`;
	}
	yield '</tbody></table>\n';
	if (otherCodes > 0) {
		yield `<p class="quiet">${markupText(`${countOf(otherCodes, 'other code')}: ${formatRange(few)} students each.`)}</p>\n`;
	}
	yield '</article>\n';
}

function shareText({ from, to }: CountRange, students: number): string {
	const share = { from: Math.floor((100 * from) / students), to: Math.ceil((100 * to) / students) };
	return formatShareRange(share, students);
}
