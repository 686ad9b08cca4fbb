/** A descriptor of Ed-Fi, whatever its namespace: the last part is the value. */
const DESCRIPTOR = /^uri:\/\/[^\s#]+Descriptor#(.+)$/i;

/** The value in a descriptor of Ed-Fi, such as "Female" in "uri://ed-fi.org/SexDescriptor#Female"; undefined for any other text. */
export function descriptorValue(text: string): string | undefined {
	return DESCRIPTOR.exec(text.trim())?.[1];
}
