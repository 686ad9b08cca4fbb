import type { ExportCase } from './exportCase';

/** Student files of assessment programs. */
export const assessmentExports: readonly ExportCase[] = [
	{
		system: 'WIDA ACCESS',
		shape: 'Y or nothing in five flags of race; nothing means no',
		recognized: 'WIDA ACCESS',
		fileName: 'access.csv',
		content: `Student ID,Student Last Name,Student First Name,Gender,Ethnicity - Hispanic/Latino,Race - American Indian/Alaskan Native,Race - Asian,Race - Black/African American,Race - Pacific Islander/Hawaiian,Race - White,IEP Status,Migrant
51,Ames,Lee,F,,,,,,Y,,
52,Banks,Joy,M,,,,Y,,Y,Y,
53,Cruz,Eva,F,Y,,,,,,,Y
54,Dole,Pat,M,,,Y,,,,,
`,
		settled: {
			Student_id: ['name', 'Student ID'],
			Gender: ['name', 'Gender'],
			Race: [
				'flags',
				'Race - American Indian/Alaskan Native',
				'Race - Asian',
				'Race - Black/African American',
				'Race - Pacific Islander/Hawaiian',
				'Race - White',
			],
			Hispanic_Latino: ['name', 'Ethnicity - Hispanic/Latino'],
			IEP_status: ['name', 'IEP Status'],
			'ext.migrant_status': ['name', 'Migrant'],
		},
		open: [],
		decisions: {
			codes: { Hispanic_Latino: { '': 'N' }, IEP_status: { '': 'N' }, 'ext.migrant_status': { '': 'No' } },
		},
		roster: `Student_id,Last_name,First_name,Gender,Race,Hispanic_Latino,IEP_status
51,Ames,Lee,F,W,N,N
52,Banks,Joy,M,M,N,Y
53,Cruz,Eva,F,,Y,N
54,Dole,Pat,M,A,N,N
`,
		extension: `sis_id,ext.migrant_status
51,No
52,No
53,Yes
54,No
`,
	},
	{
		system: 'CMAS (Colorado)',
		shape: 'federal race in numbers, a column for students with disabilities that is asked',
		fileName: 'cmas.csv',
		content: `SASID,LocalStudentID,LastName,FirstName,Gender,FederalRaceEthnicity,StudentwithDisabilities,Title1,LanguageProficiency,Migrant
8001,501,Ames,Lee,Female,05,N,Y,0,N
8002,502,Banks,Joy,Male,03,Y,Y,0,N
8003,503,Cruz,Eva,Female,04,N,N,1,Y
`,
		settled: {
			Gender: ['name', 'Gender'],
			Race: ['name', 'FederalRaceEthnicity'],
			'ext.title_i': ['name', 'Title1'],
			'ext.migrant_status': ['name', 'Migrant'],
		},
		open: [
			['Student_id', null, 3],
			['Race', '05', 1],
			['Race', '03', 1],
			['Race', '04', 1],
			['Ell_status', null, 3],
			['ext.idea_indicator', null, 3],
			['ext.disability_status', null, 3],
		],
		decisions: {
			columns: {
				Student_id: 'LocalStudentID',
				Student_number: 'LocalStudentID',
				Ell_status: 'LanguageProficiency',
				'ext.idea_indicator': 'StudentwithDisabilities',
				'ext.disability_status': null,
			},
			codes: { Race: { '05': 'W', '03': 'B', '04': '' } },
		},
		roster: `Student_id,Student_number,State_id,Last_name,First_name,Gender,Race,Ell_status
501,501,8001,Ames,Lee,F,W,N
502,502,8002,Banks,Joy,M,B,N
503,503,8003,Cruz,Eva,F,,Y
`,
		extension: `sis_id,ext.idea_indicator,ext.migrant_status,ext.title_i
501,No,No,Yes
502,Yes,No,Yes
503,No,Yes,No
`,
	},
	{
		system: 'EOCEP (South Carolina)',
		shape: "disability in the state's letters, three of which need its table",
		fileName: 'eocep.csv',
		content: `Student ID,Last Name,First Name,Gender,Plan504,Primary Disability
11,Ames,Lee,F,N,LD
12,Banks,Joy,M,Y,
13,Cruz,Eva,F,N,EM
14,Dole,Pat,M,N,OH
15,Eng,Sam,M,N,SP
16,Fox,Ty,M,N,TM
`,
		settled: {
			Student_id: ['name', 'Student ID'],
			Gender: ['name', 'Gender'],
			'ext.section_504_status': ['name', 'Plan504'],
			'ext.primary_disability_type': ['name', 'Primary Disability'],
		},
		open: [
			['ext.primary_disability_type', 'EM', 1],
			['ext.primary_disability_type', 'OH', 1],
			['ext.primary_disability_type', 'SP', 1],
			['ext.primary_disability_type', 'TM', 1],
		],
		decisions: { codeTables: { 'ext.primary_disability_type': 'South Carolina EFA/EOCEP letters' } },
		roster: `Student_id,Last_name,First_name,Gender
11,Ames,Lee,F
12,Banks,Joy,M
13,Cruz,Eva,F
14,Dole,Pat,M
15,Eng,Sam,M
16,Fox,Ty,M
`,
		extension: `sis_id,ext.primary_disability_type,ext.section_504_status
11,SLD,No
12,,Yes
13,ID,No
14,OI,No
15,SLI,No
16,ID,No
`,
	},
	{
		system: 'NWEA Beacon',
		shape: 'names with underscores, two columns about English',
		fileName: 'beacon.csv',
		content: `Student_ID,Last_Name,First_Name,Gender,Race,English_Learner,LEP_Code,Migrant_Education
61,Ames,Lee,F,White,N,0,N
62,Banks,Joy,M,Black,N,0,N
63,Cruz,Eva,F,Asian,Y,2,Y
`,
		settled: {
			Student_id: ['name', 'Student_ID'],
			Gender: ['name', 'Gender'],
			Race: ['name', 'Race'],
			Ell_status: ['name', 'English_Learner'],
			'ext.migrant_status': ['name', 'Migrant_Education'],
		},
		open: [],
		roster: `Student_id,Last_name,First_name,Gender,Race,Ell_status
61,Ames,Lee,F,W,N
62,Banks,Joy,M,B,N
63,Cruz,Eva,F,A,Y
`,
		extension: `sis_id,ext.migrant_status
61,No
62,No
63,Yes
`,
	},
	{
		system: 'mCLASS download',
		shape: 'Download Your Data of today, short words by its table',
		recognized: 'mCLASS download',
		fileName: 'mclass.csv',
		content: `Student Last Name,Student First Name,Enrollment Grade,Student Primary ID,Gender,Race,Special Education,Disability,Specific Disability,Section 504,Economically Disadvantaged,Meal Status,Title 1,Migrant,English Proficiency,ELL Status,Home Language,Alternate Assessment,Approved Accommodations
Ames,Lee,1,9001,F,W,N,N,Non,N,N,N,N,N,Native,N,Eng,N,N
Banks,Joy,1,9002,M,B,Y,Y,Aut,N,Y,Free,Y,N,NS,N,Eng,N,N
Cruz,Eva,2,9003,F,H,N,N,N/A,N,Y,Red,UN,N,LEP,Y,Span,N,N
Dole,Pat,2,9004,NS,NS,N,N,N/A,N/A,N,N/A,N,N/A,Redes,N,HLNE,N,N
`,
		settled: {
			Gender: ['name', 'Gender'],
			Race: ['name', 'Race'],
			Home_language: ['name', 'Home Language'],
			Ell_status: ['name', 'ELL Status'],
			Frl_status: ['name', 'Meal Status'],
			'ext.disability_status': ['name', 'Disability'],
			'ext.primary_disability_type': ['name', 'Specific Disability'],
			'ext.section_504_status': ['name', 'Section 504'],
			'ext.economic_disadvantage_status': ['name', 'Economically Disadvantaged'],
			'ext.migrant_status': ['name', 'Migrant'],
			'ext.title_i': ['name', 'Title 1'],
		},
		open: [
			['Student_id', null, 4],
			['Race', 'H', 1],
			['Frl_status', 'Red', 1],
			['IEP_status', null, 4],
			['ext.idea_indicator', null, 4],
			['ext.primary_disability_type', 'Non', 1],
			['Home_language', 'HLNE', 1],
		],
		decisions: {
			columns: {
				Student_id: 'Student Primary ID',
				IEP_status: 'Special Education',
				'ext.idea_indicator': 'Special Education',
			},
			codeTables: {
				Frl_status: 'mCLASS download',
				'ext.primary_disability_type': 'mCLASS download',
			},
			codes: { Race: { H: '' }, Home_language: { HLNE: '' } },
		},
		// Hispanic_Latino has no column, so that nothing says Hispanic any more.
		problems: [4],
		roster: `Student_id,Last_name,First_name,Grade,Gender,Race,Home_language,Ell_status,Frl_status,IEP_status
9001,Ames,Lee,1,F,W,English,N,N,N
9002,Banks,Joy,1,M,B,English,N,F,Y
9003,Cruz,Eva,2,F,,Spanish,Y,R,N
9004,Dole,Pat,2,,,,N,,N
`,
		extension: `sis_id,ext.idea_indicator,ext.disability_status,ext.primary_disability_type,ext.section_504_status,ext.economic_disadvantage_status,ext.migrant_status,ext.title_i
9001,No,No,,No,No,No,No
9002,Yes,Yes,AUT,No,Yes,No,Yes
9003,No,No,,No,Yes,No,
9004,No,No,,,No,,No
`,
	},
	{
		system: 'mCLASS download (older)',
		shape: 'names in capitals, tables that a person chooses',
		fileName: 'dibels_next.csv',
		content: `Student ID (District ID),GENDER,RACE,DISABILITY,SEC_504,ECON_DISADV,FREE_LUNCH,TITLE_1,MIGRANT,ENGPROF,ESL,LANGUAGE
701,M,AM,N,N,Y,Free,Y,N,Fluent,N,Eng
702,F,AS,N,Y,N,N,N,N,LEP,Y,Rus
703,F,M,N,N,N,N,N,N,Native,N,Eng
`,
		settled: {
			Gender: ['name', 'GENDER'],
			Race: ['name', 'RACE'],
			Home_language: ['name', 'LANGUAGE'],
			Ell_status: ['name', 'ESL'],
			Frl_status: ['name', 'FREE_LUNCH'],
			'ext.disability_status': ['name', 'DISABILITY'],
			'ext.section_504_status': ['name', 'SEC_504'],
			'ext.economic_disadvantage_status': ['name', 'ECON_DISADV'],
			'ext.migrant_status': ['name', 'MIGRANT'],
			'ext.title_i': ['name', 'TITLE_1'],
		},
		open: [
			['Student_id', null, 3],
			['Race', 'AM', 1],
			['Race', 'AS', 1],
		],
		decisions: {
			columns: { Student_id: 'Student ID (District ID)' },
			codeTables: { Race: 'mCLASS download' },
		},
		roster: `Student_id,Gender,Race,Home_language,Ell_status,Frl_status
701,M,I,English,N,F
702,F,A,Russian,Y,N
703,F,M,English,N,N
`,
		extension: `sis_id,ext.disability_status,ext.section_504_status,ext.economic_disadvantage_status,ext.migrant_status,ext.title_i
701,No,No,Yes,No,Yes
702,No,Yes,No,No,No
703,No,No,No,No,No
`,
	},
];
