import assert from 'node:assert/strict';
import type { CompletionItem, TextEdit } from 'vscode-languageserver-types';
import { completion } from '../../server/src/features/completion/completion';
import type { Offered } from '../../server/src/features/completion/filterText';
import { type Table, tables } from '../../server/src/spec';
import { checked, edited, marked, textIn } from '../support/features';
import { pets } from '../support/pets';

const HEADER = 'Student_id,School_id,Last_name,First_name';

interface Completed {
	readonly labels: string[];
	readonly items: readonly CompletionItem[];
	/** The text of the file after an item is accepted. */
	readonly take: (label: string) => string;
	/** The items that VS Code keeps for the typed text, in its order for items that match equally well. */
	readonly left: string[];
}

function complete(
	table: Table | string,
	textWithMark: string,
	settings?: unknown,
	offered: Offered = 'all',
): Completed {
	const { text, position } = marked(textWithMark);
	const { items } = completion(checked(table, text, settings), position, offered);
	return {
		labels: items.map(({ label }) => label),
		items,
		take: (label) => {
			const item = items.find((one) => one.label === label);
			assert.ok(item, `${label} is not among ${items.map((one) => one.label)}`);
			return edited(text, [item.textEdit as TextEdit]);
		},
		left: items
			.filter((item) => {
				const { range } = item.textEdit as TextEdit;
				const typed = textIn(text, { start: range.start, end: position }).toLowerCase();
				return isSubsequence(typed, (item.filterText ?? item.label).slice(0, MAX_READ).toLowerCase());
			})
			.map(({ label }) => label),
	};
}

/** UTF-16 units of a filter text that VS Code reads. */
const MAX_READ = 128;

/** The weakest match that VS Code's filter accepts: the letters in their order. */
function isSubsequence(typed: string, text: string): boolean {
	let at = 0;
	for (const letter of typed) {
		at = text.indexOf(letter, at) + 1;
		if (at === 0) return false;
	}
	return true;
}

describe('completion of a value', () => {
	it('offers all codes of every column, in the order of the standard, with their meaning', () => {
		for (const table of tables) {
			for (const element of table.elements) {
				const header = table.prefix ? 'sis_id' : HEADER;
				if (element.kind === 'key' || header.split(',').includes(element.column)) continue;
				const row = header.replace(/[^,]+/g, '1');
				const { labels, items } = complete(table.fileName, `${header},${element.column}\n${row},‸\n`);
				assert.deepEqual(labels, element.optionSet?.options.map(({ code }) => code) ?? [], element.column);
				const order = items.map(({ sortText }) => sortText as string);
				assert.deepEqual([...order].sort(), order);
				for (const [index, item] of items.entries()) {
					const option = element.optionSet?.options[index];
					if (option?.label !== option?.code) {
						assert.equal(item.labelDetails?.description, option?.label);
					}
					assert.ok(item.documentation, 'a definition');
				}
			}
		}
	});

	it('replaces the whole field, whatever is in it and wherever the cursor is', () => {
		for (const field of ['‸', 'F‸', '‸Female', 'Fem‸ale', 'Female‸', ' ‸f ', 'x y‸ z', "‸F'", '1‸2']) {
			const { take } = complete('students.csv', `${HEADER},Gender,Race\r\n1,5,Reyes,Ana,${field},W\r\n`);
			assert.equal(take('X'), `${HEADER},Gender,Race\r\n1,5,Reyes,Ana,X,W\r\n`, field);
		}
	});

	it('keeps the quotes of a quoted field, also of one that is not closed yet', () => {
		for (const field of ['"‸"', '"F‸emale"', '‸"F"', '"F"‸', '"a ""b"" ‸c"', '"a,‸b"']) {
			const { take } = complete('students.csv', `${HEADER},Gender,Race\n1,5,Reyes,Ana,${field},W\n`);
			assert.equal(take('X'), `${HEADER},Gender,Race\n1,5,Reyes,Ana,"X",W\n`, field);
		}
		const { take, left } = complete('students.csv', `${HEADER},Gender\n1,5,Reyes,Ana,"fem‸`);
		assert.deepEqual(left, ['F']);
		assert.equal(take('F'), `${HEADER},Gender\n1,5,Reyes,Ana,F`);
	});

	it('quotes a value only if needed', () => {
		const settings = { acceptedValues: { Gender: ['a, "b"'] } };
		const { take } = complete('students.csv', `${HEADER},Gender\n1,5,Reyes,Ana,‸\n`, settings);
		assert.equal(take('a, "b"'), `${HEADER},Gender\n1,5,Reyes,Ana,"a, ""b"""\n`);
		assert.equal(take('F'), `${HEADER},Gender\n1,5,Reyes,Ana,F\n`);
	});

	it('offers nothing in a field of several lines, in text and in an unknown column', () => {
		const none: string[] = [];
		assert.deepEqual(complete('students.csv', `${HEADER},Gender\n1,5,Reyes,Ana,"F‸\nx"\n`).labels, none);
		assert.deepEqual(complete('students.csv', `${HEADER},Gender\n1,5,Reyes,Ana,"F\nx‸"\n`).labels, none);
		assert.deepEqual(complete('students.csv', `${HEADER},Gender\n1,5,Rey‸es,Ana,F\n`).labels, none);
		assert.deepEqual(complete('students.csv', `${HEADER},Shoe\n1,5,Reyes,Ana,‸\n`).labels, none);
		assert.deepEqual(complete('students.csv', `${HEADER},Gender\n1,5,Reyes,Ana,F,‸\n`).labels, none);
	});

	it('works after the last comma of a new row, with and without a line break after it', () => {
		for (const end of ['', '\n', '\r\n', '\r\n2,Tom,M\r\n']) {
			const { labels, take } = complete(pets, `Pet_id,Name,Size\r\n1,Rex,‸${end}`);
			assert.deepEqual(labels, ['S', 'M', 'L']);
			assert.equal(take('L'), `Pet_id,Name,Size\r\n1,Rex,L${end}`);
		}
	});

	it('works in a row that is not complete yet, and on the empty line where a new one starts', () => {
		const { take } = complete('students.csv', `Student_id,Gender,Race,School_id\n1,‸\n2,F,W,5\n`);
		assert.equal(take('M'), `Student_id,Gender,Race,School_id\n1,M\n2,F,W,5\n`);
		const first = complete('students.csv', `Gender,Student_id\nF,1\n‸`);
		assert.equal(first.take('M'), `Gender,Student_id\nF,1\nM`);
		const between = complete('students.csv', `Gender,Student_id\nF,1\n‸\nF,2\n`);
		assert.equal(between.take('M'), `Gender,Student_id\nF,1\nM\nF,2\n`);
	});

	it('offers a value that the district accepts, after the codes', () => {
		const settings = { acceptedValues: { size: ['XL'] } };
		const { labels } = complete(pets, `Pet_id,Size\n1,‸\n`, settings);
		assert.deepEqual(labels, ['S', 'M', 'L', 'XL']);
	});
});

describe('completion of a value as an editor filters it', () => {
	const left = (column: string, field: string): string[] =>
		complete('students.csv', `${HEADER},${column}\n1,5,Reyes,Ana,${field}\n`).left;
	const leftOfPet = (column: string, field: string): string[] =>
		complete(pets, `Pet_id,${column}\n1,${field}\n`).left;

	it('finds a code by label, alias and ISO code', () => {
		assert.deepEqual(left('Race', 'pacific‸'), ['P']);
		assert.deepEqual(left('Race', 'Pacific‸ Islander'), ['P']);
		assert.deepEqual(left('Race', '"pacific‸"'), ['P']);
		assert.ok(left('Race', 'cauc‸').includes('W'));
		assert.deepEqual(left('Home_language', 'persian‸'), ['Farsi']);
		assert.ok(left('Home_language', 'spa‸').includes('Spanish'));
		assert.ok(left('Gender', 'fem‸').includes('F'));
	});

	it('finds every code by each of its words, in what VS Code reads of a filter text', () => {
		for (const element of tables.flatMap(({ elements }) => elements)) {
			const table = element.column.startsWith('ext.') ? 'students_ext.csv' : 'students.csv';
			for (const { code, label, meantBy = [], iso639 = [] } of element.optionSet?.options ?? []) {
				for (const word of [code, label, ...meantBy, ...iso639]) {
					const key = table === 'students.csv' ? 'Student_id' : 'sis_id';
					const field = word.includes(',') ? `"${word}‸"` : `${word}‸`;
					const found = complete(table, `${key},${element.column}\n1,${field}\n`);
					assert.ok(found.left.includes(code), `${element.column} ${code} by ${word}`);
				}
			}
		}
	});

	it('shows all if the typed text matches none', () => {
		assert.equal(leftOfPet('Kind', 'zzz‸').length, 6);
		assert.equal(leftOfPet('Kind', '  ‸').length, 6);
		assert.equal(leftOfPet('Kind', '"zzz‸"').length, 6);
		assert.equal(leftOfPet('Kind', "o'‸").length, 6);
		assert.equal(leftOfPet('Size', '1‸').length, 3);
	});

	it('shows all before anything is typed, whatever is after the cursor', () => {
		assert.equal(leftOfPet('Kind', '‸').length, 6);
		assert.equal(leftOfPet('Kind', '‸zzz').length, 6);
		assert.equal(leftOfPet('Kind', '"‸zzz"').length, 6);
	});

	it('is marked incomplete, since the matches depend on the typed text', () => {
		const { text, position } = marked(`${HEADER},Gender\n1,5,Reyes,Ana,z‸\n`);
		assert.equal(completion(checked('students.csv', text), position, 'all').isIncomplete, true);
	});
});

/** The items for a client that keeps what begins with the typed text, as it is written: it keeps each of them. */
function kept(table: Table | string, textWithMark: string): string[] {
	const { text, position } = marked(textWithMark);
	const { items, labels } = complete(table, textWithMark, undefined, 'matching');
	for (const { textEdit, filterText, label } of items) {
		const { range } = textEdit as TextEdit;
		assert.equal(range.start.line, range.end.line);
		assert.ok(range.start.character <= position.character && position.character <= range.end.character);
		const typed = textIn(text, { start: range.start, end: position });
		assert.ok(filterText?.startsWith(typed), `${label} by ${typed}: ${filterText}`);
	}
	return labels;
}

describe('completion for a client that keeps what begins with the typed text', () => {
	const race = (field: string) =>
		complete('students.csv', `${HEADER},Race\n1,5,Reyes,Ana,${field}\n`, undefined, 'matching');
	const keptOfRace = (field: string): string[] =>
		kept('students.csv', `${HEADER},Race\n1,5,Reyes,Ana,${field}\n`);

	it('offers nothing where the typed text matches nothing', () => {
		for (const field of ['xyz‸', '"xyz‸"', 'xyz‸,F', 'acific‸'])
			assert.deepEqual(race(field).labels, [], field);
	});

	it('begins a filter text with the word that matches, in the letters that are typed', () => {
		for (const field of ['pac‸', 'Pac‸ific', 'PAC‸', '"pac‸"', ' pac‸', 'pacific isl‸'])
			assert.deepEqual(keptOfRace(field), ['P'], field);
		assert.match(race('pac‸').items[0]?.filterText ?? '', /^pacific islander/i);
		assert.ok(keptOfRace('cauc‸').includes('W'));
	});

	it('finds every code by each of its words', () => {
		for (const element of tables.flatMap(({ elements }) => elements)) {
			const table = element.column.startsWith('ext.') ? 'students_ext.csv' : 'students.csv';
			const key = table === 'students.csv' ? 'Student_id' : 'sis_id';
			for (const { code, label, meantBy = [], iso639 = [] } of element.optionSet?.options ?? []) {
				for (const word of [code, label, ...meantBy, ...iso639]) {
					const field = word.includes(',') ? `"${word.toLowerCase()}‸"` : `${word.toLowerCase()}‸`;
					const text = `${key},${element.column}\n1,${field}\n`;
					assert.ok(kept(table, text).includes(code), `${element.column} ${code} by ${word}`);
				}
			}
		}
	});

	it('offers all before anything is typed', () => {
		const size = (field: string) => kept(pets, `Pet_id,Size\n1,${field}\n`);
		for (const field of ['‸', '‸zzz', '"‸zzz"', '"‸"']) assert.deepEqual(size(field), ['S', 'M', 'L'], field);
	});

	it('finds a column by a word of its name or title', () => {
		assert.deepEqual(kept('students_ext.csv', 'sis_id,idea‸')[0], 'ext.idea_indicator');
		assert.ok(kept('students_ext.csv', 'sis_id,migra‸').includes('ext.migrant_status'));
		assert.ok(kept('students.csv', 'Student_id,birth‸').includes('DOB'));
		assert.deepEqual(kept('students.csv', 'Student_id,xyz‸'), []);
	});
});

describe('completion in the header', () => {
	it('offers the columns that are missing, in their order', () => {
		const { labels, take } = complete('students_ext.csv', 'sis_id,ext.idea_indicator,‸\n1,Yes,\n');
		assert.deepEqual(labels, [
			'ext.disability_status',
			'ext.primary_disability_type',
			'ext.section_504_status',
			'ext.economic_disadvantage_status',
			'ext.migrant_status',
			'ext.title_i',
		]);
		assert.equal(take('ext.title_i'), 'sis_id,ext.idea_indicator,ext.title_i\n1,Yes,\n');
	});

	it('replaces the typed text, and counts a column in another spelling as present', () => {
		const { labels, take } = complete('students.csv', 'STUDENT ID,Gend‸');
		assert.ok(!labels.includes('Student_id'));
		assert.equal(take('Gender'), 'STUDENT ID,Gender');
	});

	it('offers the correct spelling of the header under the cursor', () => {
		const { take } = complete('students.csv', 'Student_id,GEN‸DER,Race\n');
		assert.equal(take('Gender'), 'Student_id,Gender,Race\n');
	});

	it('works in an empty file', () => {
		const { labels, take } = complete('students_ext.csv', '‸');
		assert.equal(labels.length, 8);
		assert.equal(take('sis_id'), 'sis_id');
	});

	it('finds a column by its title', () => {
		assert.ok(complete('students_ext.csv', 'sis_id,migra‸').left.includes('ext.migrant_status'));
		assert.ok(complete('students.csv', 'Student_id,birth‸').left.includes('DOB'));
	});
});
