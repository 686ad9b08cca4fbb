/** What the import's page and the extension say to each other. The page has no file: it shows what the server has read. */

import type { ExportFormat, ImportView, OpenItem, Readiness } from '../../../server/src/protocol';

/** A code for a column's value; '' for an empty field, null to leave the value unchanged, undefined to leave it open. */
export type ChosenCode = string | null | undefined;

/** One decision of a person, which is one step to undo. */
export type ImportDecision =
	/** Which columns of the export feed one of ours; null for none, undefined to let it be understood anew. */
	| {
			readonly kind: 'column';
			readonly element: string;
			readonly from: string | readonly string[] | null | undefined;
	  }
	| {
			readonly kind: 'code';
			readonly element: string;
			readonly value: string;
			readonly code: ChosenCode;
	  }
	/** Codes of several values of a column at once. */
	| {
			readonly kind: 'codes';
			readonly element: string;
			readonly codes: Readonly<Record<string, string | null>>;
	  }
	/** A value says nothing in its own column, which feeds `to` as well, beside those that feed that now. */
	| {
			readonly kind: 'belongsIn';
			readonly element: string;
			readonly value: string;
			readonly to: string;
			/** The columns of the export that feed `element`. */
			readonly from: readonly string[];
			/** All that shall feed `to`. */
			readonly toFrom: readonly string[];
	  }
	/** What a blank means; '' where the field stays empty. */
	| { readonly kind: 'blank'; readonly element: string; readonly code: string | undefined }
	| { readonly kind: 'codeTable'; readonly element: string; readonly table: string | null }
	/** Columns whose yes means a code, by header; null for none. */
	| {
			readonly kind: 'flags';
			readonly element: string;
			readonly flags: Readonly<Record<string, string>> | null;
	  }
	/** Null for none. */
	| { readonly kind: 'system'; readonly system: string | null }
	/** What is undefined in it is found out from the file again; what is missing stays. */
	| { readonly kind: 'format'; readonly format: ExportFormat }
	/** Takes all decisions back, those of a saved mapping too. */
	| { readonly kind: 'startOver' };

/** What an import has done. */
export interface ImportResult {
	readonly files: readonly {
		readonly fileName: string;
		/** Where it is, for people. */
		readonly place: string;
		readonly rows: number;
	}[];
	/** Whether the folder can be uploaded now; undefined while its files are being checked. */
	readonly readiness: Readiness | undefined;
	readonly problems: {
		readonly count: number;
		/** The first of them, for people. Rows are 1-based, as a spreadsheet counts. */
		readonly first: readonly { readonly row: number | null; readonly message: string }[];
	};
	/** Values that were left unchanged. */
	readonly open: readonly OpenItem[];
	/** Columns of the export that no new file has. */
	readonly notTaken: readonly string[];
	/** Rows that belong in no file, and why. */
	readonly leftOut: readonly { readonly what: string; readonly rows: number }[];
	/** Students of the students.csv before that the new one does not have. */
	readonly missing: number;
	/** Where the mapping is saved, for people; undefined where it was not. */
	readonly mappingPlace: string | undefined;
}

/** What the page shows. */
export type ImportState =
	/** Progress in whole percent. */
	| { readonly kind: 'reading'; readonly progress: number }
	/** The workbook has several sheets: the answer is a decision on the format. */
	| { readonly kind: 'asking sheet'; readonly problem: string; readonly sheets: readonly string[] }
	/** The export cannot be read; another format may help. */
	| { readonly kind: 'problem'; readonly problem: string }
	| {
			readonly kind: 'view';
			readonly view: ImportView;
			/** The export's file has changed since it was read: `readAgain` reads it. */
			readonly isStale: boolean;
			/** Progress in whole percent while the files are made and written; undefined at other times. */
			readonly importing: number | undefined;
			/** The last import of these decisions. */
			readonly result: ImportResult | undefined;
	  };

/** Where things are and what they are called, for the page's heading. All of it is for people. */
export interface ImportPlaces {
	/** The export's name. */
	readonly fileName: string;
	/** The folder for the new files. */
	readonly folder: string;
	/** Where the mapping will be saved. */
	readonly mappingPlace: string;
	/** What was found beside the export and is used, such as "clever-import.json from 11/03/2026 is used.", a sentence each. */
	readonly notes: readonly string[];
}

/** What the page asks the extension, by method: its parameters and the answer. */
export interface ImportRequests {
	/** The page's script runs and wants what it needs to begin with. */
	begin: [params: null, answer: { readonly places: ImportPlaces; readonly state: ImportState }];
	/** Applies a decision as one step to undo; a new state follows. `label` is the step's name in VS Code. */
	decide: [params: { readonly change: ImportDecision; readonly label: string }, answer: null];
	/** Asks before it replaces a file, writes both files or none, and shows them; the result comes with the state. */
	import: [params: null, answer: null];
	/** Reads the export's file again. */
	readAgain: [params: null, answer: null];
	saveMappingAs: [params: null, answer: null];
	/** Lets the person choose the folder for the new files. */
	chooseFolder: [params: null, answer: null];
	/** Shows a file that the import has written. */
	openFile: [params: { readonly fileName: string }, answer: null];
	/** Shows the Problems panel. */
	showProblems: [params: null, answer: null];
}

/** A message from the import's page: a request with a number of its own. */
export type ImportFromPage = {
	readonly [Method in keyof ImportRequests]: {
		readonly id: number;
		readonly method: Method;
		readonly params: ImportRequests[Method][0];
	};
}[keyof ImportRequests];

/** A message to the import's page: the answer to a request, or an event. */
export type ImportToPage =
	| { readonly type: 'answer'; readonly id: number; readonly answer: unknown }
	/** The request failed; the person has been told. */
	| { readonly type: 'failed'; readonly id: number }
	| { readonly type: 'state'; readonly state: ImportState }
	| { readonly type: 'places'; readonly places: ImportPlaces };
