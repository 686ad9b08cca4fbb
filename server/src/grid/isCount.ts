/** Whether what a client sent is a whole number from 0 on, as rows and columns are. */
export function isCount(value: unknown): value is number {
	return Number.isSafeInteger(value) && (value as number) >= 0;
}
