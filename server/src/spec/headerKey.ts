/** The form in which headers of exports are compared: their letters and digits in lower case. */
export function headerKey(header: string): string {
	return header.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
