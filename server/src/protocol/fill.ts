/** Requests that fill columns by a rule or from a list of others. Each can be canceled and reports its progress. */

import type { CheckedFillRule, FillableColumn } from '../bulk/fill/fillable';
import type { FillConflict, FillCounts, RuleDisagreement } from '../bulk/fill/fillTypes';
import type {
	ListChoice,
	ListDescription,
	ListFillCounts,
	ListTarget,
	ListValues,
} from '../bulk/fill/listTypes';
import type { FileEdits, Refusal } from '../bulk/results';
import type { FillRule } from '../settings';
import type { FileRef } from './bulk';
import type { ProgressParams } from './progress';

export type { CheckedFillRule, FillableColumn } from '../bulk/fill/fillable';
export type { FillConflict, FillCounts, LeftAlone, RuleDisagreement } from '../bulk/fill/fillTypes';
export type {
	IdCandidate,
	ListChoice,
	ListColumn,
	ListDescription,
	ListFillCounts,
	ListTarget,
	ListValues,
	UnreadableRow,
	UnusedRow,
} from '../bulk/fill/listTypes';
export type { FillRule } from '../settings';

/** The open files of a folder: both, or the one that there is. */
export interface FilesToFill extends ProgressParams {
	readonly roster?: FileRef | undefined;
	readonly extension?: FileRef | undefined;
}

/** Client to server, a request with `FilesToFill`; answers a `FillColumnsAnswer`. */
export const fillColumnsRequest = 'cleverDemographics/fillColumns';
/** Why nothing is listed, or the columns of both files and the rules of the setting `fillRules`. */
export type FillColumnsAnswer =
	| Refusal
	| { readonly columns: readonly FillableColumn[]; readonly saved: readonly CheckedFillRule[] };

/** Client to server, a request with `FillByRuleParams`; answers a `FillByRuleAnswer`. */
export const fillByRuleRequest = 'cleverDemographics/fillByRule';
/** The rule to fill by. */
export interface FillByRuleParams extends FilesToFill {
	readonly rule: FillRule;
	/** Whether only the counts are wanted. */
	readonly preview: boolean;
}
/** Why nothing is done, or the counts with the edits, of which there are none in a preview. */
export type FillByRuleAnswer =
	| Refusal
	| {
			readonly files: readonly FileEdits[];
			readonly counts: FillCounts;
			readonly conflicts: readonly FillConflict[];
			/** The name of the file that the rule looks at. */
			readonly lookedAt: string;
			readonly disagreeing: RuleDisagreement;
	  };

/** The bytes of the largest list: such a list has a few thousand students. */
export const MAX_LIST_BYTES = 50 * 1024 * 1024;

/** Client to server, a request with `OpenListParams`; answers an `OpenListAnswer`. The server keeps the last list. */
export const openListRequest = 'cleverDemographics/openList';
/** A list of others to fill from. */
export interface OpenListParams extends FilesToFill {
	/** A number that no other list of this client has. */
	readonly list: number;
	/** The name of its file. */
	readonly name: string;
	/** In base64. */
	readonly bytes: string;
	/** The sheet of a workbook to read, where a person has chosen one. */
	readonly sheet?: string | undefined;
}
/** Why the list is not read, with the sheets to choose from where it is a workbook of several, or what the list has. */
export type OpenListAnswer =
	| (Refusal & { readonly sheets?: readonly string[] | undefined })
	| ListDescription;

/** Client to server, a request with `ListValuesParams`; answers a `ListValuesAnswer`. */
export const listValuesRequest = 'cleverDemographics/listValues';
/** The column of a list whose values shall fill a column of ours. */
export interface ListValuesParams extends FilesToFill {
	readonly list: number;
	readonly target: ListTarget;
}
/** Why nothing is listed, or the values. */
export type ListValuesAnswer = Refusal | ListValues;

/** Client to server, a request with `FillFromListParams`; answers a `FillFromListAnswer`. */
export const fillFromListRequest = 'cleverDemographics/fillFromList';
/** How to fill from a list. */
export interface FillFromListParams extends FilesToFill {
	readonly list: number;
	readonly choice: ListChoice;
	/** Whether only the counts are wanted. */
	readonly preview: boolean;
}
/** Why nothing is done, or the counts with the edits, of which there are none in a preview. */
export type FillFromListAnswer = Refusal | (ListFillCounts & { readonly files: readonly FileEdits[] });

/** Client to server, a request with `{ list }`, answered with null: the list is not needed any more. */
export const closeListRequest = 'cleverDemographics/closeList';
