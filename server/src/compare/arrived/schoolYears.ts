import type { ExportSummary } from '../../convert/understand/summary';
import { headerKey } from '../../spec/exportHeaders';

const YEAR_HEADERS: ReadonlySet<string> = new Set(
	['School Year', 'SchoolYear', 'Academic Year', 'School_Year', 'SY'].map(headerKey),
);
/** "2025-2026", "2025-26", "25-26" and the same with a slash, after "SY" or not. */
const YEARS = /^(?:SY\s*)?(?:20)?(\d\d)\s*[-–/]\s*(?:20)?(\d\d)$/i;
const CENTURY = 2000;
/** 0-based, August. */
const FIRST_MONTH = 7;

/** The school years in the column that names them, by the year in which each starts; none where it cannot be read. */
export function schoolYearsIn({ columns }: ExportSummary): readonly number[] {
	const values = columns.find(({ name }) => YEAR_HEADERS.has(headerKey(name)))?.values ?? [];
	const years = values.flatMap(({ value }) => {
		const [, from, to] = YEARS.exec(value) ?? [];
		const isOne = from !== undefined && (Number(from) + 1) % 100 === Number(to);
		return isOne ? [CENTURY + Number(from)] : [];
	});
	return years.length === values.length ? [...new Set(years)] : [];
}

/** The school year of a day, by the year in which it starts. */
export function schoolYearOf(day: Date): number {
	return day.getMonth() >= FIRST_MONTH ? day.getFullYear() : day.getFullYear() - 1;
}

/** "2025-2026" */
export function yearText(start: number): string {
	return `${start}-${start + 1}`;
}
