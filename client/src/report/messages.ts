import type { CoverageReport, SavedReport } from '../../../server/src/protocol';

/** A message from the panel to its page. */
export type ToPage =
	| { readonly type: 'report'; readonly report: CoverageReport }
	/** There is no report; `reason` says why. */
	| { readonly type: 'nothing'; readonly reason: string }
	/** The report for handing on, to be made into a file. */
	| { readonly type: 'save'; readonly report: SavedReport };

/** A message from the page to its panel. */
export type FromPage =
	| { readonly type: 'ready' }
	/** Show the first problem of a rule. */
	| { readonly type: 'go'; readonly rule: string; readonly fileName: string }
	| { readonly type: 'save' }
	/** The file that `save` asked for. */
	| { readonly type: 'file'; readonly html: string };
