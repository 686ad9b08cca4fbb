/** What client and server say to each other about the import of an export. */

import type { CountedValue } from '../convert/import/codeProposals';
import type { ExportFormat } from '../convert/import/exportFormat';
import type { ProgressParams } from './progress';

export type { ColumnCodes, CountedValue, ValueProposal } from '../convert/import/codeProposals';
export type { ColumnProposal } from '../convert/import/columnProposals';
export type { ConvertAnswer, ImportReport, MadeFile } from '../convert/import/convert';
export type { Delimiter, Encoding, ExportFormat } from '../convert/import/exportFormat';
export type { InspectAnswer, Inspection, SourceColumn } from '../convert/import/inspect';
export type { Mapping } from '../convert/import/mapping';
export type { Reencoded } from '../convert/toUtf8';

interface ExportParams extends ProgressParams {
	/** The bytes of the export in base64: a third longer than they are, where a list of numbers is four times as long. */
	readonly bytes: string;
}

/** Client to server, a request with `InspectParams`; answers an `InspectAnswer`. */
export const inspectRequest = 'cleverDemographics/inspectExport';

/** An export to inspect. */
export interface InspectParams extends ExportParams {
	/** How to read it. */
	readonly layout: ExportFormat;
}

/** Client to server, a request with the bytes of one of the two files; answers a `Reencoded`. */
export const reencodeRequest = 'cleverDemographics/reencode';

/** The bytes of a file that shall be saved as UTF-8. */
export type ReencodeParams = ExportParams;

/** Client to server, a request with `CodesParams`; answers `ColumnCodes`, or null for a column without codes. */
export const codesRequest = 'cleverDemographics/exportCodes';

/** A column of ours whose values need codes. */
export interface CodesParams {
	/** A column of ours. */
	readonly column: string;
	/** The values that the export has for it. */
	readonly values: readonly CountedValue[];
}

/** Client to server, a request with `ConvertParams`; answers a `ConvertAnswer`. */
export const convertRequest = 'cleverDemographics/convertExport';

/** An export to convert. */
export interface ConvertParams extends ExportParams {
	/** The text of a mapping file, checked here in any case. */
	readonly mapping: string;
}
