const LONGEST = 100;

/** A value as a message shows it: on one line, and cut where it is long. */
export function shown(value: string): string {
	const line = value.replace(/\s+/g, ' ');
	return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
