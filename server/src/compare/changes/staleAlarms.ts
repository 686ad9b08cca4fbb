import type { ChangeToReview } from '../../coverage/categoryFacts';

/**
 * Alarms of files that have changed since and cannot be compared again, with the reason why nobody knows whether they
 * still hold; none where there are none.
 *
 * @param obstacle why, in a sentence for people.
 */
export function staleAlarms(alarms: readonly ChangeToReview[], obstacle: string): readonly ChangeToReview[] {
	if (alarms.length === 0) return [];
	return [...alarms, { message: `The files have changed and cannot be compared again. ${obstacle}` }];
}
