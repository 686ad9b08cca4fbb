import { name, version } from '../../../../package.json';
import { cedsVersion, rulesDate } from '../../spec/edition';

/** What a result was made by, and from which declarations. Every format says it. */
export interface ToolFacts {
	readonly name: string;
	/** Of the program. */
	readonly version: string;
	/** When the documents behind the rules were last read: `YYYY-MM`. */
	readonly rulesDate: string;
	/** The version of the Common Education Data Standards. */
	readonly cedsVersion: string;
}

/** This program. */
export const toolFacts: ToolFacts = { name, version, rulesDate, cedsVersion };

/** This program in a line for people. */
export const toolLine = `${name} ${version}, rules of ${rulesDate}, CEDS ${cedsVersion}`;
