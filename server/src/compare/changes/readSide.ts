import { foldText, isUnseen, visibleText } from '../../characters';
import { ActiveRules } from '../../check/activeRules';
import { structureRulesOnly } from '../../check/ruleSubsets';
import { detached } from '../../csv/detachedText';
import { IntList } from '../../csv/intList';
import { KeyNumbers, NO_NUMBER } from '../../hash/keyNumbers';
import { hashesOf, hashOf, otherHashOf } from '../../hash/textHash';
import type { Settings } from '../../settings';
import { categories } from '../../spec';
import { type Steps, stepsIn } from '../../work/steps';
import type { ComparedFile, SideFiles } from './comparedFile';
import { eachStudentRow, type StudentRow } from './studentRows';
import { ValueColumn } from './valueColumn';

/** How many students there is room for at first. */
const EXPECTED = 1024;

/** The values of a category on one side. */
export interface SideCategory {
	readonly values: ValueColumn;
	/** The file that has it. */
	readonly file: ComparedFile;
	/** Its 0-based column. */
	readonly column: number;
}

/** A category whose column a file has more than once. */
interface ColumnTwice {
	/** Its exact name. */
	readonly column: string;
	readonly file: ComparedFile;
	/** The 0-based columns. */
	readonly columns: readonly number[];
}

/**
 * One side of a comparison in memory: a hash of each ID and numbers of values, and none of the text. Students are numbered
 * from 0 on, in the order of the file that names them. The IDs and names of single students are read again.
 */
export class ReadSide {
	readonly students = new KeyNumbers(EXPECTED);
	/** The file that says who is a student: students.csv, else students_ext.csv; undefined where there is none. */
	readonly main: ComparedFile | undefined;
	/** In the order of `categories`; undefined where no file has the column. */
	readonly categories: readonly (SideCategory | undefined)[];
	/** The School_ids; undefined where the main file has no such column. */
	readonly schools: ValueColumn | undefined;
	/** Students by the School_ids of their rows after the first one, where that one has another school. */
	readonly laterSchools = new Map<string, Set<number>>();
	/** Categories whose column a file has more than once: nobody knows which one counts. */
	readonly twice: readonly ColumnTwice[];
	/** Rows that are not blank and have no student that can be read, by file. */
	readonly unread = new Map<ComparedFile, number>();
	/** Rows of the extension file beside the main file, and those of them whose student the main file has. */
	extensionRows = 0;
	extensionFound = 0;
	/** Which piece of the main file has the student's row. */
	readonly pieces = new IntList();
	/** A hash of the last name and one of the first name; 0 where the file does not tell it. */
	readonly lastNames = new IntList();
	readonly firstNames = new IntList();
	/** The rules that tell which rows can be read. */
	readonly active: ActiveRules;

	constructor(
		readonly files: SideFiles,
		settings: Settings,
	) {
		const { roster, extension } = files;
		this.active = new ActiveRules(structureRulesOnly(settings));
		this.main = roster ?? extension;
		const twice: ColumnTwice[] = [];
		this.categories = categories.map(({ column }) => {
			// A column that both files have counts in students.csv.
			for (const file of [roster, extension]) {
				const index = file?.layout.indexOf(column) ?? -1;
				if (!file || index < 0) continue;
				const others = file.layout.columns.filter(({ duplicateOf }) => duplicateOf === index);
				if (others.length === 0) return { values: new ValueColumn(), file, column: index };
				const columns = [index, ...others.map((other) => other.index)].sort((a, b) => a - b);
				twice.push({ column, file, columns });
				return undefined;
			}
			return undefined;
		});
		this.twice = twice;
		this.schools = schoolColumn(this.main) >= 0 ? new ValueColumn() : undefined;
	}

	/**
	 * The values of a student, by the exact ID; undefined where this side has no such student. It gives a value by the exact
	 * name of its category, and undefined for a category that this side does not have.
	 */
	of(id: string): ((column: string) => string | undefined) | undefined {
		const student = this.students.find(hashOf(id, 0, id.length), otherHashOf(id, 0, id.length));
		if (student === NO_NUMBER) return undefined;
		return (column) =>
			this.categories[categories.findIndex((each) => each.column === column)]?.values.valueOf(student);
	}
}

/** Reads both files of a side. Of a student with several rows, the first one counts. */
export function* readSide(files: SideFiles, settings: Settings): Steps<ReadSide> {
	const side = new ReadSide(files, settings);
	const { main } = side;
	if (!main) return side;
	const { extension } = files;
	const joined = extension === main ? undefined : extension;
	yield* stepsIn([0, joined ? 1 / 2 : 1], readMain(side, main));
	if (joined) yield* stepsIn([1 / 2, 1], readJoined(side, joined));
	return side;
}

function* readMain(side: ReadSide, file: ComparedFile): Steps<void> {
	const { students, schools, pieces, lastNames, firstNames } = side;
	const own = side.categories.filter((category) => category?.file === file);
	const school = schoolColumn(file);
	const { person } = file.layout.table;
	const lastName = person ? file.layout.indexOf(person.lastName) : -1;
	const firstName = person ? file.layout.indexOf(person.firstName) : -1;
	const others = yield* eachStudentRow(file, side.active, (row) => {
		const student = students.add(row.key, row.otherKey);
		if (student === NO_NUMBER) {
			addLaterSchool(side, students.find(row.key, row.otherKey), row.at(school));
			return;
		}
		pieces.push(row.piece);
		lastNames.push(nameHash(row, lastName));
		firstNames.push(nameHash(row, firstName));
		schools?.put(student, row, school);
		for (const category of own) category?.values.put(student, row, category.column);
	});
	side.unread.set(file, others);
}

/** A student has several rows where one goes to several schools. */
function addLaterSchool({ schools, laterSchools }: ReadSide, student: number, school: string): void {
	if (isUnseen(school) || schools?.valueOf(student) === school) return;
	const known = laterSchools.get(school);
	if (known) known.add(student);
	else laterSchools.set(detached(school), new Set([student]));
}

/** Reads the extension file of a side whose students are known. Students without a row in it have no values there. */
function* readJoined(side: ReadSide, file: ComparedFile): Steps<void> {
	const own = side.categories.filter((category) => category?.file === file);
	const isRead = new Uint8Array(side.students.size);
	const others = yield* eachStudentRow(file, side.active, (row) => {
		const student = side.students.find(row.key, row.otherKey);
		side.extensionRows++;
		if (student !== NO_NUMBER) side.extensionFound++;
		if (student === NO_NUMBER || isRead[student] === 1) return;
		isRead[student] = 1;
		for (const category of own) category?.values.put(student, row, category.column);
	});
	side.unread.set(file, others);
}

/** The 0-based column of School_ids; -1 where the file has none. */
export function schoolColumn(file: ComparedFile | undefined): number {
	const column = file?.layout.table.schoolColumn;
	return column === undefined ? -1 : (file?.layout.indexOf(column) ?? -1);
}

/** Names are compared without case and marks: a system may write them in capitals one day. */
function nameHash(row: StudentRow, column: number): number {
	const name = column < 0 ? '' : foldText(visibleText(row.at(column)));
	return name === '' ? 0 : (hashesOf(name, 0, name.length)[0] as number);
}
