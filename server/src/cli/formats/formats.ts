import type { Format } from './format';
import { githubChunks } from './githubOutput';
import { gitlabChunks } from './gitlabOutput';
import { htmlChunks } from './htmlOutput';
import { jsonlChunks } from './jsonlOutput';
import { jsonChunks } from './jsonOutput';
import { junitChunks } from './junitOutput';
import { sarifChunks } from './sarifOutput';
import { textChunks } from './textOutput';

/** The names of the formats. */
export const formatNames = ['text', 'json', 'jsonl', 'sarif', 'github', 'gitlab', 'junit', 'html'] as const;
/** One of `formatNames`. */
export type FormatName = (typeof formatNames)[number];

/** Every format of `check`, by its name on the command line. */
export const formats: Readonly<Record<FormatName, Format>> = {
	text: textChunks,
	json: jsonChunks,
	jsonl: jsonlChunks,
	sarif: sarifChunks,
	github: githubChunks,
	gitlab: gitlabChunks,
	junit: junitChunks,
	html: htmlChunks,
};

/** The formats that other people than the data manager get to see: redacted unless asked not to be. */
export const redactedFormats: ReadonlySet<FormatName> = new Set(['html', 'github', 'gitlab', 'sarif']);

/** The formats that show the coverage report, for which the files are read once more. */
export const countedFormats: ReadonlySet<FormatName> = new Set(['html']);
