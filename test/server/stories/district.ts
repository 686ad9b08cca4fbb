import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { temporaryFolder } from '../../editor/host/cleanup';

/** A made-up district on the disk. */
export interface District {
	readonly folder: string;
	readonly students: string;
	readonly studentsExt: string;
}

/** Wrong values of many kinds among quotes, line breaks of Windows, and characters of two UTF-16 units. */
export const studentsText = [
	'Student_id,School_id,Last_name,First_name,Gender,Race,Hispanic_Latino,Ell_status,Frl_status,IEP_status',
	'0012003,5,"Núñez, J.",\u{1f600}Priya,Female,Asian,No,Y,F,N',
	'2,5,O\u2019Neil,"Bo \u{1f468}\u{1f3fd}",M,W,Y,N,,Y',
	'3,5,"Lee ""Al""",Cy\u{10400},,Hispanic,n, Y,Free,',
	'3,5,Lee,Cy,x\u{1f600},7,N,N,P,N',
	'4,5,Reyes, Jr.,Ana,F,W,N,N,P,N',
	'',
	' 5 ,5,"two\r\nlines",Di,F,\u{1f600},N,N,P,N',
].join('\r\n');

export const studentsExtText = [
	'sis_id,ext.idea_indicator,ext.primary_disability_type,ext.section_504_status,ext.migrant_stauts,ext.title_i',
	'0012003,Yes,Autism,yes,No,N/A',
	'2,No,AUT,No,\u{1f600},Y',
	'"3",Yes,,"No",No,"a \u{1f600} b"',
	'12003,true,Deafness,No,No,No',
	'',
].join('\r\n');

/** Writes a district into a folder that is removed at the end. */
export function madeUpDistrict(): District {
	const folder = join(temporaryFolder().path, 'A district');
	mkdirSync(folder);
	const write = (name: string, text: string): string => {
		writeFileSync(join(folder, name), text);
		return pathToFileURL(join(folder, name)).href;
	};
	return {
		folder: pathToFileURL(folder).href,
		students: write('students.csv', studentsText),
		studentsExt: write('students_ext.csv', studentsExtText),
	};
}
