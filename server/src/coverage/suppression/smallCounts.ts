/** Counts from 1 to below this are hidden in a report that is handed on. */
export const FEW = 10;

export function isFew(count: number): boolean {
	return count > 0 && count < FEW;
}
