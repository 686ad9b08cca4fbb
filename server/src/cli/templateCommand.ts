import { dirname, resolve } from 'node:path';
import { Command } from 'commander';
import { template } from '../convert/template/template';
import { readForUtf8 } from '../convert/toUtf8';
import { CannotCheck } from '../disk/cannotCheck';
import { terminalJson, terminalText } from '../safeText';
import { students, studentsExt } from '../spec';
import { countOf } from '../wording';
import { reasonOf, reportFailure } from './failures';
import type { TemplateOutput } from './importOutput';
import { assertNoneExists, writeNewFiles } from './newFiles';
import { print } from './print';
import { formatOption, type OutputFormat, type Subcommand } from './subcommand';
import { readExportBytes } from './wholeFile';

interface TemplateOptions {
	readonly format: OutputFormat;
	readonly force?: boolean;
}

const nothing: TemplateOutput = { students: 0, problems: [], written: [] };

/** `template`: writes an extension file with the students of a roster. */
export const templateCommand: Subcommand = {
	command: new Command('template')
		.description(`Make ${studentsExt.fileName} with the students of a roster, beside it.`)
		.argument('<roster>', students.fileName)
		.addOption(formatOption())
		.option('--force', `replace a ${studentsExt.fileName} that exists`)
		.addHelpText('after', '\nExit status: 0 the file was written, 2 nothing was.')
		.action(makeTemplate),
	emptyJson: () => [json(nothing)],
};

async function makeTemplate(roster: string, { format, force = false }: TemplateOptions): Promise<void> {
	let output = nothing;
	try {
		output = await writeTemplate(roster, force);
	} catch (error) {
		const message = reasonOf(error, 'the template');
		reportFailure(message);
		output = { ...nothing, problems: [{ row: null, message }] };
	}
	await print([format === 'json' ? json(output) : text(output)]);
}

/** Throws `CannotCheck` where nothing is written. */
async function writeTemplate(roster: string, force: boolean): Promise<TemplateOutput> {
	const folder = dirname(roster);
	if (resolve(folder, studentsExt.fileName) === resolve(roster)) {
		throw new CannotCheck(`${roster}: this is the file that would be written. Name ${students.fileName}`);
	}
	if (!force) assertNoneExists(folder, [studentsExt.fileName]);
	const read = readForUtf8(readExportBytes(roster));
	const made = 'problem' in read ? read : await template(read.text);
	if ('problem' in made) throw new CannotCheck(`${roster}: ${made.problem}`);
	const file = { fileName: studentsExt.fileName, text: made.text };
	const { paths, problem } = await writeNewFiles(folder, [file], force);
	if (problem !== undefined) throw new CannotCheck(problem);
	return { students: made.students, problems: [], written: paths };
}

function json(output: TemplateOutput): string {
	return `${terminalJson(output)}\n`;
}

function text({ students: count, written }: TemplateOutput): string {
	return written
		.map((path) => `${terminalText(path)}: ${countOf(count, 'student')}, no value filled in yet\n`)
		.join('');
}
