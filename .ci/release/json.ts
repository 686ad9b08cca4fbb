/** The types of the command line's JSON, which the npm package has as one file of declarations. */

export type { CompareOutput } from '../../server/src/cli/compareOutput';
export type {
	CheckedFile,
	CheckedFinding,
	CheckOutput,
	CheckProgress,
	FolderReadiness,
} from '../../server/src/cli/formats/checkOutput';
export type { ImportOutput, TemplateOutput } from '../../server/src/cli/importOutput';
