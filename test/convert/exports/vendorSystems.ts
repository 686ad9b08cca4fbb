import type { ExportCase } from './exportCase';

/** Windows-1252, as older systems write it. */
function windows1252(text: string): Uint8Array {
	return Uint8Array.from(text, (character) => character.codePointAt(0) ?? 0);
}

/** Exports of eSchoolPlus, Genesis, Skyward and Synergy. */
export const vendorSystemExports: readonly ExportCase[] = [
	{
		system: 'eSchoolPlus',
		shape: '#!# between values, one row per race',
		fileName: 'esp_reg.txt',
		content: `Student ID#!#Last Name#!#First Name#!#Gender#!#Reg_personal.Hispanic#!#reg_ethnicity.Ethnic_Code
3101#!#Ames#!#Lee#!#F#!#N#!#W
3102#!#Banks#!#Joy#!#M#!#N#!#B
3102#!#Banks#!#Joy#!#M#!#N#!#W
3103#!#Cruz#!#Eva#!#F#!#Y#!#I
3104#!#Dole#!#Pat#!#M#!#N#!#A
3104#!#Dole#!#Pat#!#M#!#N#!#A
`,
		settled: {
			Student_id: ['name', 'Student ID'],
			Gender: ['name', 'Gender'],
			Hispanic_Latino: ['name', 'Reg_personal.Hispanic'],
			Race: ['name', 'reg_ethnicity.Ethnic_Code'],
		},
		open: [],
		roster: `Student_id,Last_name,First_name,Gender,Race,Hispanic_Latino
3101,Ames,Lee,F,W,N
3102,Banks,Joy,M,M,N
3103,Cruz,Eva,F,I,Y
3104,Dole,Pat,M,A,N
`,
	},
	{
		system: 'Genesis (New Jersey)',
		shape: "Clever's columns, Ell_status always empty, a row of dashes and a count below",
		fileName: 'genesis.csv',
		content: `School_id,Student_id,Last_name,First_name,Grade,Gender,Race,Hispanic_Latino,Ell_status,Frl_status,IEP_status
---------,----------,---------,----------,-----,------,----,---------------,----------,----------,----------
040,410001,Ames,Lee,3,F,W,N,,N,N
040,410002,Banks,Joy,3,M,B,N,,F,Y
050,410003,Cruz,Eva,4,F,W,Y,,R,N

(3 rows affected)
`,
		settled: {
			Student_id: ['name', 'Student_id'],
			Gender: ['name', 'Gender'],
			Race: ['name', 'Race'],
			Hispanic_Latino: ['name', 'Hispanic_Latino'],
			Ell_status: ['name', 'Ell_status'],
			Frl_status: ['name', 'Frl_status'],
			IEP_status: ['name', 'IEP_status'],
		},
		open: [],
		problems: [2, 7],
		roster: `School_id,Student_id,Last_name,First_name,Grade,Gender,Race,Hispanic_Latino,Ell_status,Frl_status,IEP_status
040,410001,Ames,Lee,3,F,W,N,,N,N
040,410002,Banks,Joy,3,M,B,N,,F,Y
050,410003,Cruz,Eva,4,F,W,Y,,R,N
`,
	},
	{
		system: 'Skyward',
		shape: 'semicolons, Windows-1252, names as "Last, First", Name ID as ID',
		fileName: 'skyward.csv',
		content:
			windows1252(`Name ID;Other ID;Entity ID;Student Name;Gender;Federal Race;Hispanic/Latino Ethnicity;Home Lang;LEP;Lunch Code
71;5001;400;Ames, Lee;Female;White;No;English;No;Free
72;5002;400;Muñoz, José;Male;White;Yes;Spanish;Yes;Reduced
73;5003;400;Peña Ruiz, Ana María;Female;Asian/Pacific Islander;No;Spanish;No;Paid
74;5004;400;Dole, Pat;Male;Black/African American;No;Haitian Creole;No;Free
`),
		settled: {
			Gender: ['name', 'Gender'],
			Race: ['name', 'Federal Race'],
			Hispanic_Latino: ['name', 'Hispanic/Latino Ethnicity'],
			Home_language: ['name', 'Home Lang'],
			Ell_status: ['name', 'LEP'],
			Frl_status: ['name', 'Lunch Code'],
		},
		open: [
			['Student_id', null, 4],
			['Race', 'Asian/Pacific Islander', 1],
			// Clever knows the language, Amplify's list does not have it.
			['Home_language', 'Haitian Creole', 1],
		],
		decisions: {
			columns: { Student_id: 'Name ID' },
			codes: { Race: { 'Asian/Pacific Islander': 'A' }, Home_language: { 'Haitian Creole': null } },
		},
		roster: `School_id,Student_id,Last_name,First_name,Gender,Race,Hispanic_Latino,Home_language,Ell_status,Frl_status
400,71,Ames,Lee,F,W,N,English,N,F
400,72,Muñoz,José,M,W,Y,Spanish,Y,R
400,73,Peña Ruiz,Ana María,F,A,N,Spanish,N,N
400,74,Dole,Pat,M,B,N,Haitian Creole,N,F
`,
	},
	{
		system: 'Synergy',
		shape: 'two title rows, resolved race in words',
		fileName: 'synergy_stu.csv',
		content: `Student Listing,,,,,,,,
Edupoint School District,,,,,,,,
SIS Number,State Student Number,Last Name,First Name,Gender,Resolved Race Ethnicity,Hispanic Indicator,Home Language,FRM
905001,8001,Ames,Lee,Female,White,N,English,Free
905002,8002,Banks,Joy,Male,Black or African American,N,English,Paid
905003,8003,Cruz,Eva,Female,Hispanic,Y,Spanish,Reduced
905004,8004,Dole,Pat,Male,Native Hawaiian or Other Pacific Islander,N,Samoan,Free
905005,8005,Eng,Sam,Nonbinary,Two or More Races,N,Mandarin,N/A
`,
		settled: {
			Gender: ['name', 'Gender'],
			Race: ['name', 'Resolved Race Ethnicity'],
			Hispanic_Latino: ['name', 'Hispanic Indicator'],
			Home_language: ['name', 'Home Language'],
			Frl_status: ['name', 'FRM'],
		},
		open: [
			['Student_id', null, 5],
			['Race', 'Hispanic', 1],
		],
		decisions: { columns: { Student_id: 'SIS Number' }, codes: { Race: { Hispanic: '' } } },
		roster: `Student_id,State_id,Last_name,First_name,Gender,Race,Hispanic_Latino,Home_language,Frl_status
905001,8001,Ames,Lee,F,W,N,English,F
905002,8002,Banks,Joy,M,B,N,English,N
905003,8003,Cruz,Eva,F,,Y,Spanish,R
905004,8004,Dole,Pat,M,P,N,Samoan,F
905005,8005,Eng,Sam,X,M,N,Mandarin,
`,
	},
];
