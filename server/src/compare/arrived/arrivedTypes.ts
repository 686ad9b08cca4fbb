/** What a download says of the values that were sent: types for the server, the client and the page. */

/** A student in a list. */
export interface ArrivedStudent {
	readonly id: string;
	/** Empty where it is not known, as the school is. */
	readonly name: string;
	readonly school: string;
}

/**
 * What became of a value: it arrived with the same meaning, nothing is there, another code is there, or the two cannot be
 * compared. `unsent` is the reverse: a value that is there and was not sent.
 */
export type ArrivedOutcome = 'arrived' | 'missing' | 'different' | 'unclear' | 'unsent';

/** A value of ours, what is there in its place, and how many students have both. */
export interface ArrivedValue {
	readonly outcome: ArrivedOutcome;
	/** As our file has it; '' for none. */
	readonly ours: string;
	/** As the download has it; '' for none. */
	readonly theirs: string;
	readonly count: number;
	/** Why the two cannot be compared, in a sentence for people. */
	readonly why?: string | undefined;
}

/** What became of one category, over the students that both have. */
export interface ArrivedCategory {
	/** The column as Clever writes it. */
	readonly element: string;
	readonly heading: string;
	/** The file that sends it; undefined where neither has the column. */
	readonly fileName: string | undefined;
	/** Whether Clever gives it to an application only after someone shares it by hand. */
	readonly isSensitive: boolean;
	/** What a less certain source says about sharing it: a sentence for people. */
	readonly sharingNote?: string | undefined;
	/** The headers that show it in the download; empty where none is certain to. */
	readonly from: readonly string[];
	/** Headers of the download that may show it, for a person to choose among. */
	readonly candidates: readonly string[];
	/** Students with a value of ours: `arrived`, `missing`, `different` and `unclear` add up to it. */
	readonly sent: number;
	readonly arrived: number;
	readonly missing: number;
	readonly different: number;
	readonly unclear: number;
	/** Students with a value there and none of ours. */
	readonly unsent: number;
	/** Pairs of values, those of most students first. Only those that differ in something. */
	readonly values: readonly ArrivedValue[];
	/** How many further pairs are not listed. */
	readonly moreValues: number;
	/** What to know about the comparison, in sentences for people. */
	readonly notes: readonly string[];
}

/** What explains that many students or values are not there. */
export type ArrivedCauseId =
	| 'other-year'
	| 'few-in-common'
	| 'school-absent'
	| 'not-shared'
	| 'extension-missing'
	| 'column-missing'
	| 'column-not-shown'
	| 'sync-goes-first';

/** A likely cause, and what to do. */
export interface ArrivedCause {
	readonly id: ArrivedCauseId;
	/** Sentences for people. */
	readonly message: string;
	/** The columns of ours that it is about. */
	readonly elements: readonly string[];
	/** Whether the steps of the guide on sharing lead on. */
	readonly isAboutSharing: boolean;
}

/** What a download says of a district's students. */
export interface ArrivedReport {
	/** The name of the file that was read. */
	readonly fileName: string;
	/** The system that wrote it; null where it is not known. */
	readonly system: string | null;
	/** The files of ours that have students, each with the column of the ID. */
	readonly keys: readonly { readonly fileName: string; readonly column: string }[];
	/** The header of the ID by which students were matched, and the column of ours that it has. */
	readonly idColumn: string;
	readonly matchedBy: string;
	readonly students: {
		/** In our files. */
		readonly ours: number;
		/** In the download. */
		readonly theirs: number;
		/** In both. */
		readonly matched: number;
		/** Those of `matched` whose ID differs in leading zeros. */
		readonly byZeros: number;
		/** In our files only, and in the download only. */
		readonly notThere: number;
		readonly unknown: number;
	};
	readonly causes: readonly ArrivedCause[];
	/** All categories, in the order of the tables. */
	readonly categories: readonly ArrivedCategory[];
	/** What to know about the file, in sentences for people. */
	readonly notes: readonly string[];
}

/** A column of a download that may have the ID of the student. */
export interface ArrivedIdColumn {
	readonly name: string;
	/** The column of ours whose IDs it has most of, and how many students that are. */
	readonly matchedBy: string;
	readonly students: number;
	/** Some of its values. */
	readonly samples: readonly string[];
}

/** Why nothing was compared, in sentences for people, with what a person may choose. */
export interface ArrivedRefusal {
	readonly problem: string;
	/** The sheets of a workbook with several. */
	readonly sheets?: readonly string[] | undefined;
	/** The columns that may have the ID, where none has the name of one. */
	readonly idColumns?: readonly ArrivedIdColumn[] | undefined;
}

/** A list of students. */
export type ArrivedGroup =
	| { readonly kind: 'notThere' }
	| { readonly kind: 'unknown' }
	/** Those with an outcome in a category, or with one pair of values. */
	| {
			readonly kind: 'category';
			readonly element: string;
			readonly outcome: ArrivedOutcome;
			readonly pair?: { readonly ours: string; readonly theirs: string } | undefined;
	  };
