import type { CoverageReport } from '../../../server/src/protocol';

/** What the panel tells its page. */
export type ToPage =
	| { readonly type: 'report'; readonly report: CoverageReport }
	/** There is nothing to report, and why. */
	| { readonly type: 'nothing'; readonly reason: string }
	/** The report as it may be handed on, to be made into a file. */
	| { readonly type: 'save'; readonly report: CoverageReport };

/** What the page asks of its panel. */
export type FromPage =
	| { readonly type: 'ready' }
	/** To the first problem of a rule. */
	| { readonly type: 'go'; readonly rule: string; readonly fileName: string }
	| { readonly type: 'save' }
	/** The file that was asked for. */
	| { readonly type: 'file'; readonly html: string };
