import { codePages } from '../src/cli/reference/pages/codePages';
import { columnPages } from '../src/cli/reference/pages/columnPages';
import { rulePages } from '../src/cli/reference/pages/rulePages';
import { declarationFiles, declarationFormats } from '../src/declare/exports';
import { json } from '../src/declare/json';
import { tables } from '../src/spec';
import { grammar } from './grammar';
import { isoLanguages } from './isoLanguages';
import { withSettings } from './manifest';
import { withFiles } from './manifestFiles';
import { mappingSchema } from './mappingSchema';
import { withProblemMatcher } from './problemMatcher';
import { protocolConstants, protocolFiles } from './protocolConstants';
import { reportStylesFile } from './reportStyles';
import { withRepository } from './repository';
import { settingsSchema } from './settingsSchema';
import { sqlPage } from './sqlPage';
import { systemPage } from './systemPage';

/** The manifest: the one file that is generated in parts and written by people in others. */
export const manifestPath = 'package.json';

/** Folders with generated files only. */
export const generatedFolders = ['docs/rules', 'docs/columns', 'docs/codes', 'syntaxes', 'schemas'] as const;

/** Every generated file by its path from the root, with `/` between folders; `manifest` is the text of package.json. */
export function outputs(manifest: string): ReadonlyMap<string, string> {
	return new Map([
		...inFolder('docs/rules', rulePages()),
		...inFolder('docs/columns', columnPages()),
		...inFolder('docs/codes', codePages()),
		['docs/sql.md', sqlPage()],
		['docs/systems.md', systemPage()],
		...tables.map((table) => [`syntaxes/${table.languageId}.tmLanguage.json`, json(grammar(table))] as const),
		...declarationFormats
			.flatMap(declarationFiles)
			.map(({ fileName, text }) => [`schemas/${fileName}`, text] as const),
		['schemas/import-mapping.schema.json', json(mappingSchema())],
		['schemas/settings.schema.json', json(settingsSchema())],
		['server/src/spec/iso6392.generated.ts', isoLanguages()],
		['server/src/cli/formats/reportStyles.generated.ts', reportStylesFile()],
		['server/src/protocol/files.generated.ts', protocolFiles()],
		['server/src/protocol/constants.generated.ts', protocolConstants()],
		[manifestPath, withRepository(withProblemMatcher(withFiles(withSettings(manifest))))],
	]);
}

function inFolder(folder: string, pages: ReadonlyMap<string, string>): [string, string][] {
	return [...pages].map(([name, content]) => [`${folder}/${name}`, content]);
}
