/** Made-up districts, drawn at random. */
import { students, studentsExt } from '../../server/src/spec';
import type { Random } from '../csv/random';

/** Words that must never leave the files: no code, no header and no message holds them. */
export const SECRETS = ['Zebulon', 'Quillfeather', 'Ottokar', 'Wrenfield', 'zq', '77031', '77032'];

const ROSTER = ['School_id', 'Student_id', 'Last_name', 'Gender', 'ELL_Status', 'Frl_status'];
const EXTENSION = ['sis_id', 'ext.idea_indicator', 'ext.title_i', 'ext.primary_disability_type'];

function valueFor(random: Random, header: string, table = students): string {
	const element = table.elements.find(({ column }) => column.toLowerCase() === header.toLowerCase());
	const codes = element?.optionSet?.options.map(({ code }) => code);
	if (header === 'School_id') return random.pick(['5', '6', '7', '', '"8"']);
	if (!codes) return random.pick(SECRETS);
	return random.chance(0.6) ? random.pick(codes) : random.pick(['', '', ...SECRETS, '"Y"', '"N"']);
}

function id(random: Random, ids: number): string {
	const number = `77${100 + random.below(ids)}`;
	return random.chance(0.05) ? '' : random.chance(0.1) ? `"${number}"` : number;
}

/** A row of the roster or of the extension file. */
export function row(random: Random, file: 'roster' | 'extension', ids: number): string {
	if (random.chance(0.04)) return random.pick(['', ',,', 'Zebulon', '"Ottokar, zq",Wrenfield']);
	const headers = file === 'roster' ? ROSTER : EXTENSION;
	return headers
		.map((header) => {
			if (header === 'Student_id' || header === 'sis_id') return id(random, ids);
			return valueFor(random, header, file === 'roster' ? students : studentsExt);
		})
		.join(',');
}

export function fileText(random: Random, file: 'roster' | 'extension', rows: number): string {
	const header = (file === 'roster' ? ROSTER : EXTENSION).join(',');
	return [header, ...Array.from({ length: rows }, () => row(random, file, rows))].join('\n');
}
