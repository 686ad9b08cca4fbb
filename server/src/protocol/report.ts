/** What client and server say to each other about the coverage report. */

export type {
	Alarm,
	Category,
	CodeCount,
	CoverageReport,
	RowsTarget,
	RuleCount,
	SchoolCoverage,
} from '../coverage/reportTypes';
export type {
	CountRange,
	SavedCategory,
	SavedCounts,
	SavedReport,
	SavedSchool,
	SavedSchools,
	ShareRange,
} from '../coverage/savedReportTypes';
export type { FirstProblem } from '../features/navigation/firstProblem';

/** The folder to report on. */
export interface ReportParams {
	/** Either of the two files. */
	readonly uri: string;
	/** Whether the report is for handing on: ranges instead of counts. */
	readonly suppress?: boolean;
}

/**
 * Client to server, a request with `ReportParams`; answers a `CoverageReport`, or with `suppress` a `SavedReport`; null if
 * there is none.
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
