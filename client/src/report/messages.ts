import type { CoverageReport, RowsTarget, SavedReport } from '../../../server/src/protocol';

/** A message from the panel to its page. `district` is its name as a person would say it, empty where there is none. */
export type ToPage =
	| { readonly type: 'report'; readonly report: CoverageReport; readonly district: string }
	/** There is no report; `reason` says why. */
	| { readonly type: 'nothing'; readonly reason: string; readonly district: string }
	/** The report for handing on, to be made into a file. */
	| { readonly type: 'save'; readonly report: SavedReport; readonly district: string };

/** A message from the page to its panel. */
export type FromPage =
	| { readonly type: 'ready' }
	/** Show the first problem of a rule. */
	| { readonly type: 'go'; readonly rule: string; readonly fileName: string }
	/** Show the rows that a bar or an alarm is about. */
	| { readonly type: 'rows'; readonly target: RowsTarget }
	| { readonly type: 'save' }
	/** The file that `save` asked for. */
	| { readonly type: 'file'; readonly html: string };
