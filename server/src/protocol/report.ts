/** What client and server say to each other about the coverage report. */

export type {
	Alarm,
	Amount,
	Category,
	CodeCount,
	CoverageReport,
	RuleCount,
	SchoolCoverage,
} from '../coverage/reportTypes';
export type { FirstProblem } from '../features/navigation/firstProblem';

/** The folder to report on. */
export interface ReportParams {
	/** Either of the two files. */
	readonly uri: string;
	/** Whether to hide small counts, for a report that is shared. */
	readonly suppress?: boolean;
}

/**
 * Client to server, a request with `ReportParams`; answers a `CoverageReport`, or null if there is none or the files
 * have changed meanwhile.
 */
export const reportRequest = 'cleverDemographics/report';

/** The rule and the file whose first problem is wanted. */
export interface FirstProblemParams {
	/** Either of the two files. */
	readonly uri: string;
	/** The rule's id. */
	readonly rule: string;
	/** The name of the file with the problem. */
	readonly fileName: string;
}

/** Client to server, a request with `FirstProblemParams`; answers a `FirstProblem` or null. */
export const firstProblemRequest = 'cleverDemographics/firstProblem';
