/** The ID of a made-up student by the row, 0-based. Each occurs once, in no order: 7,919 and 9,000,000 have no common divisor. */
export function studentId(row: number): string {
	return String(1_000_000 + ((row * 7919) % 9_000_000));
}
