import { type Severity, severities } from '../../rules/rule';
import { countOf } from '../../wording';
import type { CheckResult } from '../formats/format';
import { totalOf } from '../formats/summary';

/** When a check fails, besides for errors. */
export interface FailureOptions {
	/** From this severity on, a finding fails the check. */
	readonly failOn: Severity;
	/** More warnings than this fail it; undefined if their number does not matter. */
	readonly maxWarnings?: number | undefined;
	/** Whether a folder that is not ready for the upload fails it. */
	readonly requireReady?: boolean | undefined;
}

/** The severities that may fail a check. A hint is nothing to correct. */
export const failingSeverities: readonly Severity[] = severities.filter((severity) => severity !== 'hint');

/** Whether there is a finding that fails the check by its severity. */
export function hasFailing({ reports }: CheckResult, failOn: Severity): boolean {
	const failing = severities.slice(0, severities.indexOf(failOn) + 1);
	return reports.some(({ counts }) => failing.some((severity) => counts[severity] > 0));
}

/** Why else the check fails, in sentences for people. */
export function otherFailures(
	{ reports, folders }: CheckResult,
	{ maxWarnings, requireReady }: FailureOptions,
): readonly string[] {
	const warnings = totalOf(reports, 'warning');
	const tooMany =
		maxWarnings !== undefined && warnings > maxWarnings
			? [`${countOf(warnings, 'warning')}, more than the ${maxWarnings} of --max-warnings`]
			: [];
	const notReady = folders.filter(({ readiness }) => readiness.state !== 'ready');
	const unready = requireReady ? notReady.map(({ path }) => `${path}: not ready to upload`) : [];
	return [...tooMany, ...unready];
}
