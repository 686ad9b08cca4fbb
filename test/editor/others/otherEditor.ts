/** What the story asks of an editor. Each editor has a driver that does it as a person would. */

/** The two files of the district. */
export type FileName = 'students.csv' | 'students_ext.csv';

/** A place in an open file. */
export interface Place {
	readonly file: FileName;
	/** From 0. */
	readonly line: number;
	/** What its line has before it: editors count that in bytes, code points or UTF-16 units. */
	readonly before: string;
}

/** A problem as the editor shows it. */
export interface ShownProblem {
	/** From 0. */
	readonly line: number;
	/** The text that is marked. */
	readonly text: string;
	readonly severity: 'error' | 'warning' | 'information' | 'hint';
	readonly message: string;
}

/** What an editor may be unable to do, in the words of the table in docs/editors.md. */
export type Feature = '"pac" finds P' | 'whole field replaced' | 'code action' | 'fix all';

/** An editor with the server, in a folder with the two files. */
export interface OtherEditor {
	/** Its name and version. */
	readonly version: string;
	/** How its row in the table of docs/editors.md begins. */
	readonly row: string;
	/** What it cannot do, whatever the server says. */
	readonly lacks: readonly Feature[];
	open(file: FileName): Promise<void>;
	/** The text of an open file, with `\n` for each line break. */
	text(file: FileName): Promise<string>;
	problems(file: FileName): Promise<readonly ShownProblem[]>;
	/** The text that explains a place. */
	hover(place: Place): Promise<string>;
	/** Writes a text, which may hold line breaks, before a place. */
	write(place: Place, text: string): Promise<void>;
	/** Removes characters of the Basic Multilingual Plane after a place. */
	remove(place: Place, count: number): Promise<void>;
	/** Asks for completions at a place, and takes one by its label. Leaves the text as it is where there is none. */
	complete(place: Place, label: string): Promise<void>;
	/** Applies the code action with a title. */
	fix(place: Place, title: string): Promise<void>;
	/** Applies a code action by its kind. */
	fixAll(file: FileName, kind: string): Promise<void>;
	rename(place: Place, name: string): Promise<void>;
	/** Goes to the definition, and returns the line from 0 where the cursor is then. */
	goToDefinition(place: Place): Promise<{ readonly file: string; readonly line: number }>;
	save(file: FileName): Promise<void>;
	stop(): Promise<void>;
}
