/**
 * What a rule reports, as data: for engines that cannot run it, such as a database. A rule that has none of this is
 * only checked by us.
 */

import type { Element } from '../spec';

/** How a field rule judges a value. */
export type PortableFieldTest =
	/** By the value as `normalizedValue` returns it, and by its `wordKey`, so that each word of the set can be asked about. */
	| { readonly kind: 'words' }
	/** It reports a value that matches one of these, and none of those. `exceptHeaders` are columns that it leaves alone. */
	| {
			readonly kind: 'patterns';
			readonly any: readonly RegExp[];
			readonly none?: readonly RegExp[];
			readonly exceptHeaders?: RegExp;
	  }
	/** It reports a value of more Unicode characters than this. */
	| { readonly kind: 'longer-than'; readonly characters: number }
	/** It cannot be said. A value that matches may be reported. `reason` is a sentence for people. */
	| {
			readonly kind: 'unsaid';
			readonly reason: string;
			readonly mayReport: (element: Element | undefined) => RegExp;
	  };

/** A test of one field of a row: the value, exactly; or any value but the empty one. */
export interface PortableCondition {
	readonly column: string;
	readonly equals?: string;
}

/** When a record rule reports a row, and on which column. */
export interface PortableRecordTest {
	readonly all: readonly PortableCondition[];
	readonly at: string;
}

/** How a rule compares the rows of one key. `repeats`: each row after the first. `disagrees`: another meaning than before. */
export type PortableKeyTest = 'repeats' | 'disagrees';

/** How a rule compares a row with its student's rows in the roster. */
export type PortableStudentTest =
	/** It reports an ID that no student has. */
	| { readonly kind: 'unknown' }
	/** It reports a value of an extension column that a row of the student contradicts. */
	| { readonly kind: 'disagrees' }
	/** It reports a row with this value, if all rows of the student that have a value have the other one. */
	| { readonly kind: 'expects'; readonly here: PortableCondition; readonly there: PortableCondition };

/** Which students a rule counts: all their values in the roster are this one, and here they have none but the denials. */
export interface PortableCountTest {
	readonly equals: string;
	readonly denials: readonly string[];
}
