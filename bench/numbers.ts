/** The median of at least one value. */
export function median(values: readonly number[]): number {
	return percentile(values, 50);
}

/** The smallest value that `percent` of the values do not exceed. For 50 of an even count, the mean of the middle two. */
export function percentile(values: readonly number[], percent: number): number {
	if (values.length === 0) throw new Error('no figures');
	const sorted = [...values].sort((a, b) => a - b);
	if (percent === 50 && sorted.length % 2 === 0) {
		const right = sorted.length / 2;
		return ((sorted[right - 1] as number) + (sorted[right] as number)) / 2;
	}
	return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] as number;
}

/** Formats a time in ms, or in seconds from 10 s. */
export function milliseconds(value: number): string {
	if (value >= 10_000) return `${(value / 1000).toFixed(1)} s`;
	return `${value.toFixed(value < 1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0)} ms`;
}

/** Formats bytes as megabytes of 1,000,000 bytes. */
export function megabytes(bytes: number): string {
	return `${(bytes / 1e6).toFixed(bytes < 10e6 ? 2 : 0)} MB`;
}

/** Formats a count with thousands separators (en-US). */
export function thousands(count: number): string {
	return count.toLocaleString('en-US');
}

/** Rounds all numbers in a JSON value to four decimals, to keep the file small. */
export function rounded(value: unknown): unknown {
	if (typeof value === 'number') return Math.round(value * 1e4) / 1e4;
	if (Array.isArray(value)) return value.map(rounded);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner)]));
}
