const DIGITS = /^\d+$/;

/** A number without its leading zeros; any other id as it is. */
export function unpadded(id: string): string {
	return DIGITS.test(id) ? id.replace(/^0+(?=\d)/, '') : id;
}
