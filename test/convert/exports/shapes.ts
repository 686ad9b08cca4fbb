import type { ExportCase } from './exportCase';

/** UTF-16 with its mark, as Excel saves "Unicode Text". */
function utf16(text: string): Uint8Array {
	return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
}

/** Files that people make themselves or that no single system explains: what is special is their shape. */
export const shapedExports: readonly ExportCase[] = [
	{
		system: 'Spreadsheet',
		shape: 'Unicode Text of Excel (UTF-16, tabs), plain English names, all 14 categories',
		fileName: 'unicode.txt',
		content: utf16(
			[
				'Student ID\tLast Name\tFirst Name\tSex\tRace\tHispanic/Latino\tHome Language\tEnglish Learner\tLunch Status\tIEP\tIDEA\tDisability Status\tPrimary Disability\t504 Plan\tEconomically Disadvantaged\tMigrant\tTitle I',
				'007\tÅström\tZoë\tFemale\tWhite\tNo\tEnglish\tNo\tReduced\tNo\tNo\tNo\t\tYes\tYes\tNo\tYes',
				'008\tNguyễn\tAn\tMale\tAsian\tNo\tVietnamese\tYes\tFree\tYes\tYes\tYes\tAutism\tNo\tYes\tNo\tYes',
				'',
			].join('\r\n'),
		),
		settled: {
			Student_id: ['name', 'Student ID'],
			Gender: ['name', 'Sex'],
			Race: ['name', 'Race'],
			Hispanic_Latino: ['name', 'Hispanic/Latino'],
			Home_language: ['name', 'Home Language'],
			Ell_status: ['name', 'English Learner'],
			Frl_status: ['name', 'Lunch Status'],
			IEP_status: ['name', 'IEP'],
			'ext.idea_indicator': ['name', 'IDEA'],
			'ext.disability_status': ['name', 'Disability Status'],
			'ext.primary_disability_type': ['name', 'Primary Disability'],
			'ext.section_504_status': ['name', '504 Plan'],
			'ext.economic_disadvantage_status': ['name', 'Economically Disadvantaged'],
			'ext.migrant_status': ['name', 'Migrant'],
			'ext.title_i': ['name', 'Title I'],
		},
		open: [],
		roster: `Student_id,Last_name,First_name,Gender,Race,Hispanic_Latino,Home_language,Ell_status,Frl_status,IEP_status
007,Åström,Zoë,F,W,N,English,N,R,N
008,Nguyễn,An,M,A,N,Vietnamese,Y,F,Y
`,
		extension: `sis_id,ext.idea_indicator,ext.disability_status,ext.primary_disability_type,ext.section_504_status,ext.economic_disadvantage_status,ext.migrant_status,ext.title_i
007,No,No,,Yes,Yes,No,Yes
008,Yes,Yes,AUT,No,Yes,No,Yes
`,
	},
	{
		system: 'Spreadsheet',
		shape: 'two columns named Race',
		fileName: 'twice.csv',
		content: `Student ID,Last Name,First Name,Gender,Race,Hispanic,Race
1,Ames,Lee,F,W,N,
2,Banks,Joy,M,W,N,A
3,Cruz,Eva,F,B,Y,
`,
		settled: {
			Student_id: ['name', 'Student ID'],
			Gender: ['name', 'Gender'],
			Hispanic_Latino: ['name', 'Hispanic'],
		},
		open: [['Race', null, 3]],
		decisions: { columns: { Race: ['Race', 'Race (column 7)'] } },
		roster: `Student_id,Last_name,First_name,Gender,Race,Hispanic_Latino
1,Ames,Lee,F,W,N
2,Banks,Joy,M,M,N
3,Cruz,Eva,F,B,Y
`,
	},
	{
		system: 'Spreadsheet',
		shape: 'no row of names; gender and language by their values',
		recognized: null,
		fileName: 'no_header.csv',
		content: `1,Ames,Lee,F,English,3
2,Banks,Joy,M,Spanish,3
3,Cruz,Eva,F,Vietnamese,4
4,Dole,Pat,F,English,4
`,
		settled: { Gender: ['values', 'Column 4'], Home_language: ['values', 'Column 5'] },
		open: [['Student_id', null, 4]],
		decisions: {
			header: false,
			columns: { Student_id: 'Column 1', Last_name: 'Column 2', First_name: 'Column 3', Grade: 'Column 6' },
		},
		roster: `Student_id,Last_name,First_name,Grade,Gender,Home_language
1,Ames,Lee,3,F,English
2,Banks,Joy,3,M,Spanish
3,Cruz,Eva,4,F,Vietnamese
4,Dole,Pat,4,F,English
`,
	},
	{
		system: 'Spreadsheet',
		shape: "gender and language by their values; yes/no and guardians' columns never",
		recognized: null,
		fileName: 'own_names.csv',
		content: `Student ID,Last Name,First Name,M or F,Spoken,Swimmer,Guardian Tongue
1,Ames,Lee,F,English,Y,English
2,Banks,Joy,M,Spanish,N,Spanish
3,Cruz,Eva,X,Somali,Y,Somali
`,
		settled: {
			Student_id: ['name', 'Student ID'],
			Gender: ['values', 'M or F'],
			Home_language: ['values', 'Spoken'],
		},
		open: [],
		roster: `Student_id,Last_name,First_name,Gender,Home_language
1,Ames,Lee,F,English
2,Banks,Joy,M,Spanish
3,Cruz,Eva,X,Somali
`,
	},
	{
		system: 'Spreadsheet',
		shape: 'one row per program: a value wins over a blank',
		fileName: 'programs.csv',
		content: `Student ID,Last Name,First Name,Program,IEP,504 Plan,Migrant
1,Ames,Lee,SPED,Y,,
1,Ames,Lee,504,," ",
1,Ames,Lee,504,,Y,
2,Banks,Joy,Migrant,,,Y
3,Cruz,Eva,,N,N,N
`,
		settled: {
			Student_id: ['name', 'Student ID'],
			IEP_status: ['name', 'IEP'],
			'ext.section_504_status': ['name', '504 Plan'],
			'ext.migrant_status': ['name', 'Migrant'],
		},
		open: [],
		roster: `Student_id,Last_name,First_name,IEP_status
1,Ames,Lee,Y
2,Banks,Joy,
3,Cruz,Eva,N
`,
		extension: `sis_id,ext.section_504_status,ext.migrant_status
1,Yes,
2,,Yes
3,No,No
`,
	},
	{
		system: 'Spreadsheet',
		shape: 'race in five columns of yes and no, in plain words',
		fileName: 'race_columns.csv',
		content: `Student ID,Last Name,First Name,Race: White,Race: Black or African American,Race: Asian,Race: American Indian or Alaska Native,Race: Native Hawaiian or Other Pacific Islander,Hispanic
1,Ames,Lee,Y,N,N,N,N,N
2,Banks,Joy,Y,Y,N,N,N,N
3,Cruz,Eva,N,N,N,N,N,Y
4,Dole,Pat,N,N,N,Y,N,N
`,
		settled: {
			Student_id: ['name', 'Student ID'],
			Race: [
				'flags',
				'Race: White',
				'Race: Black or African American',
				'Race: Asian',
				'Race: American Indian or Alaska Native',
				'Race: Native Hawaiian or Other Pacific Islander',
			],
			Hispanic_Latino: ['name', 'Hispanic'],
		},
		open: [],
		roster: `Student_id,Last_name,First_name,Race,Hispanic_Latino
1,Ames,Lee,W,N
2,Banks,Joy,M,N
3,Cruz,Eva,,Y
4,Dole,Pat,I,N
`,
	},
	{
		system: 'Spreadsheet',
		shape: 'Ethnicity that only says Hispanic or not; lists of races',
		fileName: 'ethnicity.csv',
		content: `Student ID,Last Name,First Name,Ethnicity,Race
1,Ames,Lee,Not Hispanic,White
2,Banks,Joy,Hispanic,"White, Black"
3,Cruz,Eva,Hispanic,Asian
`,
		settled: {
			Student_id: ['name', 'Student ID'],
			Hispanic_Latino: ['values', 'Ethnicity'],
			Race: ['codes', 'Race'],
		},
		open: [],
		roster: `Student_id,Last_name,First_name,Race,Hispanic_Latino
1,Ames,Lee,W,N
2,Banks,Joy,M,Y
3,Cruz,Eva,A,Y
`,
	},
	{
		system: 'Spreadsheet',
		shape: 'letters of races run together, which are asked',
		fileName: 'letters.csv',
		content: `Student ID,Last Name,First Name,Race/Ethnicity
1,Ames,Lee,W
2,Banks,Joy,BW
3,Cruz,Eva,WH
4,Dole,Pat,H
5,Eng,Sam,NA
`,
		settled: { Student_id: ['name', 'Student ID'], Race: ['name', 'Race/Ethnicity'] },
		open: [
			['Race', 'BW', 1],
			['Race', 'WH', 1],
			['Race', 'H', 1],
			['Race', 'NA', 1],
		],
		decisions: { codes: { Race: { BW: 'M', WH: 'W', H: '', NA: 'I' } } },
		// Hispanic_Latino has no column, so that nothing says Hispanic any more.
		problems: [5],
		roster: `Student_id,Last_name,First_name,Race
1,Ames,Lee,W
2,Banks,Joy,M
3,Cruz,Eva,W
4,Dole,Pat,
5,Eng,Sam,I
`,
	},
	{
		system: 'Texas',
		shape: "economic disadvantage 00, 01, 02, 99 by the state's table",
		fileName: 'peims.csv',
		content: `Student ID,Last Name,First Name,Sex Code,Emergent Bilingual,Economically Disadvantaged
1,Ames,Lee,F,0,00
2,Banks,Joy,M,1,01
3,Cruz,Eva,F,1,99
4,Dole,Pat,M,0,02
`,
		settled: {
			Student_id: ['name', 'Student ID'],
			Gender: ['name', 'Sex Code'],
			Ell_status: ['name', 'Emergent Bilingual'],
			'ext.economic_disadvantage_status': ['name', 'Economically Disadvantaged'],
		},
		open: [
			['ext.economic_disadvantage_status', '00', 1],
			['ext.economic_disadvantage_status', '01', 1],
			['ext.economic_disadvantage_status', '99', 1],
			['ext.economic_disadvantage_status', '02', 1],
		],
		decisions: {
			codeTables: {
				'ext.economic_disadvantage_status': 'Texas PEIMS economic disadvantage (E0785, C054)',
			},
		},
		roster: `Student_id,Last_name,First_name,Gender,Ell_status
1,Ames,Lee,F,N
2,Banks,Joy,M,Y
3,Cruz,Eva,F,Y
4,Dole,Pat,M,N
`,
		extension: `sis_id,ext.economic_disadvantage_status
1,No
2,Yes
3,Yes
4,Yes
`,
	},
	{
		system: 'Indiana and Florida',
		shape: 'numbers for disability and meals, each by a table of its state',
		fileName: 'numbers.csv',
		content: `Student ID,Last Name,First Name,Disability Code,Meal Status
1,Ames,Lee,15,1
2,Banks,Joy,05,D
3,Cruz,Eva,,3
4,Dole,Pat,10,E
`,
		settled: {
			Student_id: ['name', 'Student ID'],
			'ext.primary_disability_type': ['name', 'Disability Code'],
			Frl_status: ['name', 'Meal Status'],
		},
		open: [
			['ext.primary_disability_type', '15', 1],
			['ext.primary_disability_type', '05', 1],
			['ext.primary_disability_type', '10', 1],
			['Frl_status', '1', 1],
			['Frl_status', 'D', 1],
			['Frl_status', '3', 1],
			['Frl_status', 'E', 1],
		],
		decisions: {
			codeTables: {
				'ext.primary_disability_type': 'Indiana DOE',
				Frl_status: 'Florida meal eligibility (Focus)',
			},
		},
		roster: `Student_id,Last_name,First_name,Frl_status
1,Ames,Lee,N
2,Banks,Joy,F
3,Cruz,Eva,R
4,Dole,Pat,R
`,
		extension: `sis_id,ext.primary_disability_type
1,AUT
2,EMN
3,
4,ID
`,
	},
	{
		system: 'Spreadsheet',
		shape: 'two columns that are both the student ID by their names; a short row and a stray quote',
		fileName: 'two_ids.csv',
		content: `Student ID,Student_ID,Last Name,First Name,Gender
1,9001,"Reyes" Jr,Ana,F
2,9002,Banks,Joy,M
3,9003,Cruz,Eva
`,
		settled: { Gender: ['name', 'Gender'] },
		open: [['Student_id', null, 3]],
		problems: [2, 4],
		decisions: { columns: { Student_id: 'Student_ID' } },
		roster: `Student_id,Last_name,First_name,Gender
9001,"""Reyes"" Jr",Ana,F
9002,Banks,Joy,M
9003,Cruz,Eva,
`,
	},
	{
		system: 'Clever',
		shape: 'a right students.csv, which stays as it is',
		recognized: null,
		fileName: 'right_students.csv',
		content: `School_id,Student_id,First_name,Last_name,Grade,Gender,Home_language,Race,Hispanic_Latino,Ell_status,Frl_status,IEP_status,ext.title_i
5,0012,Ana,"Reyes, Jr.",3,F,Spanish,W,Y,Y,F,N,Yes
5,0013,Bo,Ash,3,X,,,N,,,,
`,
		settled: {
			Student_id: ['name', 'Student_id'],
			Gender: ['name', 'Gender'],
			Race: ['name', 'Race'],
			Hispanic_Latino: ['name', 'Hispanic_Latino'],
			Home_language: ['name', 'Home_language'],
			Ell_status: ['name', 'Ell_status'],
			Frl_status: ['name', 'Frl_status'],
			IEP_status: ['name', 'IEP_status'],
			'ext.title_i': ['name', 'ext.title_i'],
		},
		open: [],
		roster: `School_id,Student_id,First_name,Last_name,Grade,Gender,Home_language,Race,Hispanic_Latino,Ell_status,Frl_status,IEP_status
5,0012,Ana,"Reyes, Jr.",3,F,Spanish,W,Y,Y,F,N
5,0013,Bo,Ash,3,X,,,N,,,
`,
		extension: `sis_id,ext.title_i
0012,Yes
0013,
`,
	},
	{
		system: 'Clever',
		shape: 'a right students_ext.csv, which stays as it is',
		recognized: null,
		fileName: 'right_students_ext.csv',
		content: `sis_id,ext.idea_indicator,ext.disability_status,ext.primary_disability_type,ext.section_504_status,ext.economic_disadvantage_status,ext.migrant_status,ext.title_i
0012,Yes,Yes,AUT,No,Yes,No,Yes
0013,No,,,No,No,No,
`,
		settled: {
			Student_id: ['name', 'sis_id'],
			'ext.idea_indicator': ['name', 'ext.idea_indicator'],
			'ext.disability_status': ['name', 'ext.disability_status'],
			'ext.primary_disability_type': ['name', 'ext.primary_disability_type'],
			'ext.section_504_status': ['name', 'ext.section_504_status'],
			'ext.economic_disadvantage_status': ['name', 'ext.economic_disadvantage_status'],
			'ext.migrant_status': ['name', 'ext.migrant_status'],
			'ext.title_i': ['name', 'ext.title_i'],
		},
		open: [],
		extension: `sis_id,ext.idea_indicator,ext.disability_status,ext.primary_disability_type,ext.section_504_status,ext.economic_disadvantage_status,ext.migrant_status,ext.title_i
0012,Yes,Yes,AUT,No,Yes,No,Yes
0013,No,,,No,No,No,
`,
	},
];
