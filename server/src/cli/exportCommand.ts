import { Command, Option } from 'commander';
import {
	type DeclarationFile,
	type DeclarationFormat,
	declarationFiles,
	declarationFormats,
} from '../declare/exports';
import { CannotCheck } from '../disk/cannotCheck';
import { terminalText } from '../safeText';
import { tables } from '../spec';
import { reasonOf, reportFailure } from './failures';
import { assertNoneExists, writeNewFiles } from './newFiles';
import { print } from './print';
import type { OutputFormat, Subcommand } from './subcommand';

interface ExportOptions {
	readonly to: DeclarationFormat;
	readonly table?: string;
	readonly out?: string;
	readonly force?: boolean;
	/** No option: what is exported has its own format. */
	readonly format?: OutputFormat;
}

const fileNames = tables.map(({ fileName }) => fileName);

/** `export`: writes what the files must be for other programs, which have their own formats for it. */
export const exportCommand: Subcommand = {
	command: new Command('export')
		.description(`Write what ${fileNames.join(' and ')} must be, for other programs.`)
		.addOption(new Option('--to <format>', 'what to write').choices(declarationFormats).makeOptionMandatory())
		.addOption(new Option('--table <file>', 'only what is about this file').choices(fileNames))
		.option('--out <folder>', 'write files to this folder instead of standard output')
		.option('--force', 'replace files that exist')
		.addHelpText('after', '\nExit status: 0 all was written, 2 nothing was.')
		.action(exportDeclarations),
	emptyJson: () => [],
};

async function exportDeclarations({ to, table, out, force = false }: ExportOptions): Promise<void> {
	try {
		const files = filesOn(table, to);
		if (out === undefined) await print([only(files, to).text]);
		else await print(await written(files, out, force));
	} catch (error) {
		reportFailure(reasonOf(error, 'the export'));
	}
}

/** Throws `CannotCheck` if the format has no file on one table alone. */
function filesOn(table: string | undefined, format: DeclarationFormat): readonly DeclarationFile[] {
	const files = declarationFiles(format);
	if (table === undefined) return files;
	const found = files.filter((file) => file.table === table);
	if (found.length > 0) return found;
	throw new CannotCheck(`${format} describes both files in one. Leave out --table`);
}

/** The one file that fits standard output. Throws `CannotCheck` if there are more. */
function only(files: readonly DeclarationFile[], format: DeclarationFormat): DeclarationFile {
	const [file, ...others] = files;
	if (file && others.length === 0) return file;
	throw new CannotCheck(
		`${format} is a file for each table. Add --out and a folder, or --table and one of ${fileNames.join(', ')}`,
	);
}

/** Writes all files or none. Returns lines with their paths. Throws `CannotCheck` where nothing is written. */
async function written(
	files: readonly DeclarationFile[],
	folder: string,
	force: boolean,
): Promise<readonly string[]> {
	const names = files.map(({ fileName }) => fileName);
	if (!force) assertNoneExists(folder, names);
	const { paths, problem } = await writeNewFiles(folder, files, force);
	if (problem !== undefined) throw new CannotCheck(problem);
	return paths.map((path) => `${terminalText(path)}\n`);
}
