import { SourceCopy } from '../support/sourceCopy';

/** The project's sources with one more code, column, rule, setting and file, added as DESIGN.md says. */
export function copyWithAdditions(): SourceCopy {
	const copy = new SourceCopy();
	addCode(copy);
	addColumn(copy);
	addRule(copy);
	addSetting(copy);
	addTable(copy);
	return copy;
}

/** A code takes one line. */
function addCode(copy: SourceCopy): void {
	copy.insert(
		'server/src/spec/optionSets/gender.ts',
		'options: [\n',
		"\t\t{ code: 'U', label: 'Undisclosed', meantBy: ['Declined'] },\n",
	);
}

/** A column takes one entry. */
function addColumn(copy: SourceCopy): void {
	copy.insert(
		'server/src/spec/students.ts',
		'elements: [\n',
		"\t\t{ column: 'Homeroom', title: 'The room where the day begins', kind: 'text', source: cleverSftp },\n",
	);
}

/** A rule takes a file and one line: its name in the list, and where it is imported from. */
function addRule(copy: SourceCopy): void {
	copy.add(
		'server/src/rules/field/exclamation.ts',
		`import { cleverSftp } from '../../spec/sources';
import type { FieldRule } from '../rule';

export const exclamation: FieldRule = {
	id: 'field/exclamation',
	severity: 'information',
	tellsValue: false,
	title: 'The value ends in an exclamation mark',
	why: 'Nobody needs to shout in a CSV file.',
	source: cleverSftp,
	example: { table: 'students.csv', bad: { Grade: '5!' }, good: { Grade: '5' } },
	appliesTo: (element) => element?.kind === 'text',
	checkField: ({ value }) => (value.endsWith('!') ? { message: 'Take it easy.' } : undefined),
};
`,
	);
	copy.insert(
		'server/src/rules/index.ts',
		'export const fieldRules: readonly FieldRule[] = [\n',
		'\texclamation,\n',
	);
	copy.insert(
		'server/src/rules/index.ts',
		"import { emptyKey } from './field/emptyKey';\n",
		"import { exclamation } from './field/exclamation';\n",
	);
}

/** A setting takes one entry. */
function addSetting(copy: SourceCopy): void {
	copy.insert(
		'server/src/settings.ts',
		'export const declaredSettings = {\n',
		`	shouting: setting<boolean>({
		docs: 'Whether values may shout.',
		default: false,
		schema: () => ({ type: 'boolean' }),
		affectsCheck: true,
		restricted: false,
		read: (input, base) => (typeof input === 'boolean' ? input : base),
	}),
`,
	);
}

/** A file takes its declaration and one line: its name in the list, and where it is imported from. */
function addTable(copy: SourceCopy): void {
	copy.add(
		'server/src/spec/teachers.ts',
		`import { cleverSftp } from './sources';
import type { OptionSet, Table } from './types';

const titleCodes: OptionSet = {
	id: 'teacher-title',
	title: 'Title of a teacher',
	ceds: false,
	source: cleverSftp,
	options: [
		{ code: 'MR', label: 'Mister', meantBy: ['Mr.'] },
		{ code: 'Doctor', label: 'Doctor' },
	],
};

export const teachers: Table = {
	fileName: 'teachers.csv',
	languageId: 'clever-teachers',
	subject: 'teacher',
	primaryKey: 'Teacher_id',
	repeatsKey: false,
	otherIds: [],
	required: [],
	expected: [],
	elements: [
		{ column: 'Teacher_id', title: "The teacher's ID", kind: 'key', source: cleverSftp },
		{ column: 'Teacher_title', title: 'How to address the teacher', kind: 'text', optionSet: titleCodes, source: cleverSftp },
	],
	source: cleverSftp,
};
`,
	);
	copy.insert(
		'server/src/spec/index.ts',
		'export const tables: readonly Table[] = [students, studentsExt',
		', teachers',
	);
	copy.insert(
		'server/src/spec/index.ts',
		"import { studentsExt } from './studentsExt';\n",
		"import { teachers } from './teachers';\n",
	);
}
