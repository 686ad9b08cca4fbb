import { findElement, students, studentTables, type Table } from '../../spec';
import { codeInTable } from '../../spec/systems';
import { countOf, plural, wordList } from '../../wording';
import type {
	ArrivedCategory,
	ArrivedGroup,
	ArrivedReport,
	ArrivedStudent,
	ArrivedValue,
} from './arrivedTypes';
import { likelyCauses } from './causes';
import type { DownloadId } from './matchIds';
import type { OurStudents } from './ourStudents';
import { ComparedCategory, countWith, studentsWhere } from './outcomes';
import { schoolYearOf, schoolYearsIn, yearText } from './schoolYears';
import type { TheirColumns } from './theirColumns';
import type { TheirStudents } from './theirStudents';

/** What the download is compared with. */
export interface ArrivedDistrict {
	readonly ours: OurStudents;
	/** The table of students.csv as the district uses it. */
	readonly roster: Table;
	/** The names of the schools by School_id. */
	readonly schoolNames: ReadonlyMap<string, string>;
	readonly today: Date;
}

/** Pairs of values that a category lists. */
const MAX_VALUES = 100;

/** A part of a list of students: the students of ours by their IDs, or those of the download as it names them. */
export interface ListedStudents {
	readonly total: number;
	readonly ids: readonly { readonly id: string; readonly school: string }[];
	readonly unknown: readonly ArrivedStudent[];
}

/** A download that was compared: its report, and the students behind its counts. It holds IDs and codes, and no names of ours. */
export class ArrivedCheck {
	readonly #categories: readonly ComparedCategory[];

	constructor(
		private readonly fileName: string,
		private readonly columns: TheirColumns,
		private readonly match: DownloadId,
		private readonly theirs: TheirStudents,
		private readonly district: ArrivedDistrict,
	) {
		this.#categories = district.ours.categories.flatMap((ours, at) => {
			const category = theirs.categories[at];
			return category ? [new ComparedCategory(ours, category, theirs.isThere)] : [];
		});
	}

	/** Compares the values, and yields now and then. */
	*compare(): Generator<void, ArrivedReport> {
		for (const category of this.#categories) yield* category.count();
		const { theirs, columns, district } = this;
		const { ours } = district;
		const { head } = columns.summary;
		const counts = {
			ours: ours.ids.length,
			theirs: theirs.count,
			matched: theirs.matched,
			byZeros: theirs.byZeros,
			notThere: ours.ids.length - theirs.matched,
			unknown: theirs.unknownCount,
		};
		const categories = this.#categories.map((category) => this.#report(category));
		return {
			fileName: this.fileName,
			system: columns.system?.name ?? null,
			keys: ours.keys,
			idColumn: head.names[this.match.column] ?? '',
			matchedBy: this.match.ids.column,
			students: counts,
			causes: likelyCauses({
				report: { categories, students: counts },
				ours,
				theirs,
				schoolYears: schoolYearsIn(columns.summary),
				thisYear: schoolYearOf(district.today),
				schoolNames: district.schoolNames,
			}),
			categories,
			notes: this.#notes(),
		};
	}

	/** The students of a group from the one at `first` (0-based) on. */
	list(group: ArrivedGroup, first: number, count: number): ListedStudents {
		const { ours } = this.district;
		if (group.kind === 'unknown') {
			const { unknown, unknownCount } = this.theirs;
			return { total: unknownCount, ids: [], unknown: unknown.slice(first, first + count) };
		}
		const found = group.kind === 'notThere' ? studentsWhere(this.theirs.isThere, 0) : this.#studentsIn(group);
		const ids: { readonly id: string; readonly school: string }[] = [];
		let total = 0;
		for (const student of found) {
			if (total >= first && total < first + count) {
				const school = ours.schoolIds[ours.schools[student] as number] ?? '';
				ids.push({ id: ours.ids[student] ?? '', school });
			}
			total++;
		}
		return { total, ids, unknown: [] };
	}

	#studentsIn(group: Extract<ArrivedGroup, { readonly kind: 'category' }>): Iterable<number> {
		const category = this.#categories.find(({ ours }) => ours.element.column === group.element);
		return category?.studentsIn(group) ?? [];
	}

	#report(compared: ComparedCategory): ArrivedCategory {
		const { ours, theirs } = compared;
		const { column, title, heading = title, sensitive = false, sharingNote } = ours.element;
		const values = compared.values();
		const listed = values.filter(({ outcome }) => outcome !== 'arrived');
		return {
			element: column,
			heading,
			fileName: ours.fileName,
			isSensitive: sensitive,
			sharingNote,
			from: theirs.values?.from ?? [],
			candidates: theirs.values ? [] : this.#candidatesFor(column),
			sent: countWith(values, 'arrived', 'missing', 'different', 'unclear'),
			arrived: countWith(values, 'arrived'),
			missing: countWith(values, 'missing'),
			different: countWith(values, 'different'),
			unclear: countWith(values, 'unclear'),
			unsent: countWith(values, 'unsent'),
			values: listed.slice(0, MAX_VALUES),
			moreValues: Math.max(0, listed.length - MAX_VALUES),
			notes: this.#notesOn(compared, values),
		};
	}

	/** The headers that may show a category: those that show no other one, and none of a system whose columns are known. */
	#candidatesFor(column: string): readonly string[] {
		const { system, plan } = this.columns;
		if (system?.shows) return [];
		const used = plan.targets.flatMap(({ kind, from }) => (kind === 'category' ? from : []));
		const planned = plan.targets.find(({ element }) => element === column);
		return (planned?.candidates ?? []).map(({ name }) => name).filter((name) => !used.includes(name));
	}

	#notesOn({ ours, theirs }: ComparedCategory, values: readonly ArrivedValue[]): readonly string[] {
		const { conflicts } = theirs;
		const { likelyTable: table, isOther } = theirs.values ?? {};
		const isLikely = values.some(
			({ outcome, theirs: value }) =>
				outcome === 'different' && table && codeInTable(table, value) !== undefined,
		);
		return [
			...(ours.fileName === undefined ? ['Your files do not have this column.'] : []),
			...(isOther !== undefined && countWith(values, 'unclear') > 0 ? [isOther] : []),
			...(isLikely && table?.note !== undefined ? [table.note] : []),
			...(conflicts > 0
				? [
						`${countOf(conflicts, 'student')} ${plural(conflicts, 'has', 'have')} rows in the file that disagree: the first row with a value counts.`,
					]
				: []),
		];
	}

	#notes(): readonly string[] {
		const { theirs, columns } = this;
		const { head } = columns.summary;
		const { byZeros, withoutId } = theirs;
		const years = schoolYearsIn(columns.summary);
		return [
			...(isFileForClever(head.names)
				? [
						'The file has the columns of a file for Clever. If it is a copy of your own, everything seems to have arrived: choose the file that you downloaded.',
					]
				: []),
			...(byZeros > 0
				? [
						`${countOf(byZeros, 'student')} ${plural(byZeros, 'was', 'were')} found although the leading zeros of the ID differ.`,
					]
				: []),
			...(withoutId > 0
				? [`${countOf(withoutId, 'row')} of the file ${plural(withoutId, 'has', 'have')} no ID.`]
				: []),
			...(years.length > 1
				? [
						`The file has rows of the school years ${wordList(years.toSorted((a, b) => a - b).map(yearText))}: of each student, the first row with a value counts.`,
					]
				: []),
			...head.warnings,
		];
	}
}

/** Whether every column of a file has its name in one of our tables. */
function isFileForClever(names: readonly string[]): boolean {
	return studentTables.some(
		(table) =>
			names.includes(table.primaryKey) &&
			names.every(
				(name) => findElement(table, name) !== undefined || findElement(students, name) !== undefined,
			),
	);
}
