import type { Format } from './format';
import { jsonChunks } from './jsonOutput';
import { textChunks } from './textOutput';

/** The names of the formats. */
export const formatNames = ['text', 'json'] as const;
/** One of `formatNames`. */
export type FormatName = (typeof formatNames)[number];

/** Every format of `check`, by its name on the command line. */
export const formats: Readonly<Record<FormatName, Format>> = {
	text: textChunks,
	json: jsonChunks,
};

/** The formats that other people than the data manager get to see: redacted unless asked not to be. */
export const redactedFormats: ReadonlySet<FormatName> = new Set([]);
