/** One story for all editors: a district from its first problem to the saved files. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../host/cleanup';
import { messageOf } from '../host/install';
import { until } from '../host/wait';
import { tableRow } from './configuration';
import type { FileName, OtherEditor, Place, ShownProblem } from './otherEditor';

/** Names with accents, commas, quotes and emoji; IDs that are parts of each other; no line break at the end of one. */
const FILES: Readonly<Record<FileName, readonly string[]>> = {
	'students.csv': [
		'Student_id,School_id,Last_name,First_name,Gender,Race,Hispanic_Latino',
		'1001,5,"Núñez, Jr.",Zoë 🎓,Female,W,N',
		'11001,5,O\'Neil,"Ana, María",f,,N',
		'10010,5,"Boone 🎈",Éloïse,X,pacific,Y',
		'',
	],
	'students_ext.csv': [
		'sis_id,ext.team,ext.idea_indicator,ext.disability_status,ext.primary_disability_type,ext.section_504_status,ext.economic_disadvantage_status,ext.migrant_status,ext.title_i',
		'10010,"Öl, 🎨",No,No,,No,No,,',
		'1001,é 🎓,Yes,Yes,Autism,No,"Yes",,',
		'11001,,No,No,,Y,No,No,',
	],
};
const ROSTER = 'students.csv';
const EXTENSION = 'students_ext.csv';
/** What no editor lacks that the story is told in, and what some do, in the words of the table. */
const SHOWN = [
	'diagnostics',
	'follow edits',
	'hover',
	'rename in both',
	'definition in the other file',
] as const;
const OPTIONAL = ['"pac" finds P', 'whole field replaced', 'code action', 'fix all'] as const;
const FIX_ALL = 'source.fixAll.clever-demographics';

/** A problem in one line, with the first sentence of its message. */
const shown = ({ line, severity, text, message }: ShownProblem): string =>
	`${line} ${severity} ${text}: ${/^.*?\.(?= |$)/.exec(message)?.[0] ?? message}`;

/** The texts that an editor is to have. */
class Texts {
	readonly #lines = { [ROSTER]: [...FILES[ROSTER]], [EXTENSION]: [...FILES[EXTENSION]] };

	text(file: FileName, lineBreak = '\n'): string {
		return this.#lines[file].join(lineBreak);
	}

	/** The place after some text in the first line that contains it. */
	after(file: FileName, text: string): Place {
		const line = this.#lines[file].findIndex((each) => each.includes(text));
		assert.ok(line >= 0, text);
		const found = this.#lines[file][line] as string;
		return { file, line, before: found.slice(0, found.indexOf(text) + text.length) };
	}

	change(file: FileName, text: string, by: string): void {
		const { line } = this.after(file, text);
		this.#lines[file].splice(line, 1, ...(this.#lines[file][line] as string).replace(text, by).split('\n'));
	}
}

/**
 * Tells the story as tests.
 *
 * @param start starts the editor in the folder of the two files.
 */
export function tellStory(start: (folder: string) => Promise<OtherEditor>): void {
	const scratch = temporaryFolder();
	const folder = join(scratch.path, 'district');
	const texts = new Texts();
	let editor: OtherEditor;
	let isBroken = false;
	const can = (feature: string): boolean => !editor.lacks.some((lacked) => lacked === feature);

	const showsText = async (file: FileName): Promise<void> => {
		const isSame = async (): Promise<boolean> => (await editor.text(file)) === texts.text(file);
		await until(`the text of ${file}`, isSame).catch(async () => {
			assert.equal(await editor.text(file), texts.text(file));
		});
	};
	const showTexts = async (): Promise<void> => {
		for (const file of [ROSTER, EXTENSION] as const) await showsText(file);
	};
	const showsProblems = async (file: FileName, ...expected: readonly string[]): Promise<void> => {
		let found: readonly string[] = [];
		const isSame = async (): Promise<boolean> => {
			// An editor may have no list of problems yet: its answer is then an error.
			const problems = await editor.problems(file).catch(messageOf);
			found = typeof problems === 'string' ? [problems] : problems.map(shown).sort();
			return found.join('\n') === expected.join('\n');
		};
		await until(`the problems of ${file}`, isSame).catch(() => assert.deepEqual(found, expected));
	};
	const writes = async (file: FileName, after: string, text: string): Promise<void> => {
		await editor.write(texts.after(file, after), text);
		texts.change(file, after, after + text);
		await showsText(file);
	};
	/** Writes by hand what an editor that lacks a feature has left. */
	const retypes = async (file: FileName, after: string, old: string, text: string): Promise<void> => {
		if (!texts.text(file).includes(`${after}${old},`)) return;
		const place = texts.after(file, after);
		await editor.remove(place, old.length);
		await editor.write(place, text);
		texts.change(file, after + old, after + text);
		await showsText(file);
	};

	before(async () => {
		mkdirSync(folder);
		for (const [file, lines] of Object.entries(FILES)) writeFileSync(join(folder, file), lines.join('\r\n'));
		editor = await start(folder);
		console.log(`      ${editor.version}`);
	});
	// What comes after a part that failed would wait in vain.
	beforeEach(() => assert.ok(!isBroken, 'the story has ended'));
	afterEach(function () {
		isBroken = this.currentTest?.state === 'failed';
	});
	after(async () => {
		await editor?.stop();
		scratch.remove();
	});

	it('shows the problems of both files', async () => {
		await editor.open(ROSTER);
		await showsProblems(
			ROSTER,
			'1 error Female: Gender has no code "Female".',
			'2 warning f: Gender has "f" instead of the code F.',
			'3 error pacific: Race has no code "pacific".',
		);
		await editor.open(EXTENSION);
		await showsProblems(
			EXTENSION,
			'2 warning Autism: "Autism" is a label, not a code of ext.primary_disability_type.',
			'3 error Y: ext.section_504_status has no code "Y".',
		);
	});

	it('explains a value', async () => {
		const text = await editor.hover(texts.after(ROSTER, 'Zoë 🎓,Fem'));
		assert.match(text, /Gender/);
		assert.match(text, /not one of the documented values/);
		assert.match(text, /000255/);
	});

	it('completes a code', async () => {
		await editor.complete(texts.after(EXTENSION, '11001,,No,No,,Y'), 'Yes');
		texts.change(EXTENSION, ',Y,', ',Yes,');
		await showTexts();
		await showsProblems(
			EXTENSION,
			'2 warning Autism: "Autism" is a label, not a code of ext.primary_disability_type.',
		);
	});

	it('completes what is meant by a typed text', async () => {
		await writes(ROSTER, 'María",f,', 'pac');
		await editor.complete(texts.after(ROSTER, 'María",f,pac'), 'P');
		if (can('"pac" finds P')) texts.change(ROSTER, 'f,pac,', 'f,P,');
		await showTexts();
		await retypes(ROSTER, 'María",f,', 'pac', 'P');
	});

	it('replaces the whole field in the middle of a value, and nothing after it', async () => {
		await editor.complete(texts.after(ROSTER, 'Éloïse,X,pac'), 'P');
		if (can('whole field replaced')) texts.change(ROSTER, 'X,pacific,', 'X,P,');
		await showTexts();
		await retypes(ROSTER, 'Éloïse,X,', 'pacific', 'P');
	});

	it('applies a fix', async () => {
		if (can('code action')) {
			await editor.fix(texts.after(ROSTER, 'Zoë 🎓,Fem'), 'Use F (Female)');
			texts.change(ROSTER, 'Zoë 🎓,Female', 'Zoë 🎓,F');
		}
		await showTexts();
		await retypes(ROSTER, 'Zoë 🎓,', 'Female', 'F');
		await showsProblems(ROSTER, '2 warning f: Gender has "f" instead of the code F.');
	});

	it('fixes all', async () => {
		if (can('fix all')) {
			await editor.fixAll(EXTENSION, FIX_ALL);
			texts.change(EXTENSION, 'Autism', 'AUT');
			await showTexts();
			await editor.fixAll(ROSTER, FIX_ALL);
			texts.change(ROSTER, 'María",f,', 'María",F,');
		}
		await showTexts();
		await retypes(EXTENSION, '1001,é 🎓,Yes,Yes,', 'Autism', 'AUT');
		await retypes(ROSTER, 'María",', 'f', 'F');
		await showsProblems(ROSTER);
		await showsProblems(EXTENSION);
	});

	it('follows edits in both files', async () => {
		await writes(EXTENSION, 'ext.title_i', '\n2002,,No,No,,No,No,,');
		await showsProblems(EXTENSION, '1 error 2002: No student in students.csv has the Student_id 2002.');
		await writes(ROSTER, 'Hispanic_Latino', '\n2002,5,"O\u2019Hara, 🎈",Ida,F,W,N');
		await showsProblems(EXTENSION);
	});

	it("goes to the student's row in the other file", async () => {
		const place = texts.after(EXTENSION, '11001');
		assert.deepEqual(await editor.goToDefinition(place), {
			file: ROSTER,
			line: texts.after(ROSTER, '11001,').line,
		});
	});

	it('renames a student in both files, of which neither is saved, and no other student', async () => {
		await editor.rename(texts.after(ROSTER, '1001'), '3001');
		texts.change(ROSTER, '1001,5,"Núñez', '3001,5,"Núñez');
		texts.change(EXTENSION, '1001,é', '3001,é');
		await showTexts();
		await showsProblems(ROSTER);
		await showsProblems(EXTENSION);
	});

	it('is what the table in docs/editors.md says it is', () => {
		const row = tableRow(editor.row);
		// What the story has shown so far, and of the rest what each driver says.
		for (const feature of [...SHOWN, ...OPTIONAL]) {
			assert.equal(row[feature]?.startsWith('yes'), can(feature), `${feature}: ${row[feature]}`);
		}
	});

	it('saves both files with no other byte changed', async () => {
		for (const file of [ROSTER, EXTENSION] as const) {
			await editor.save(file);
			assert.equal(readFileSync(join(folder, file), 'utf8'), texts.text(file, '\r\n'));
		}
	});
}
