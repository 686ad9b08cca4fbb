import type { ExportCase } from './exportCase';

/** Exports of systems that are common in some states: Focus, Aeries and Follett Aspen. */
export const stateSystemExports: readonly ExportCase[] = [
	{
		system: 'Focus (Florida)',
		shape: 'labels with the code in brackets, race in five flags, sep= line',
		recognized: 'Focus (Florida)',
		fileName: 'focus.csv',
		content: `sep=;
student_id;last_name;first_name;sex_label;race_white_label;race_black_or_african_american_label;race_asian_label;race_american_indian_or_alaska_native_label;race_native_hawaiian_or_other_pacific_islander_label;ethnicity_hispanic_or_latino_label;language_label;english_language_learner_pk_12_label;free_reduced_meals_program_label
801;Ames;Lee;Female [F];Yes [Y];No [N];No [N];No [N];No [N];No [N];English [EN];LY;Free [F]
802;Banks;Joy;Male [M];No [N];Yes [Y];No [N];No [N];No [N];No [N];English [EN];LF;Did not apply [0]
803;Cruz;Eva;Female [F];Yes [Y];Yes [Y];No [N];No [N];No [N];Yes [Y];Spanish [SP];LY;Reduced [R]
804;Dole;Pat;Male [M];No [N];No [N];No [N];No [N];No [N];Yes [Y];Spanish [SP];LF;Free [F]
805;Eng;Sam;Male [M];No [N];No [N];Yes [Y];No [N];No [N];No [N];Vietnamese [VN];LF;Reduced [E]
`,
		settled: {
			Student_id: ['name', 'student_id'],
			Gender: ['name', 'sex_label'],
			Race: [
				'flags',
				'race_white_label',
				'race_black_or_african_american_label',
				'race_asian_label',
				'race_american_indian_or_alaska_native_label',
				'race_native_hawaiian_or_other_pacific_islander_label',
			],
			Hispanic_Latino: ['name', 'ethnicity_hispanic_or_latino_label'],
			Home_language: ['name', 'language_label'],
			Ell_status: ['name', 'english_language_learner_pk_12_label'],
			Frl_status: ['name', 'free_reduced_meals_program_label'],
		},
		open: [['Frl_status', 'Did not apply [0]', 1]],
		decisions: { codes: { Frl_status: { 'Did not apply [0]': 'N' } } },
		roster: `Student_id,Last_name,First_name,Gender,Race,Hispanic_Latino,Home_language,Ell_status,Frl_status
801,Ames,Lee,F,W,N,English,Y,F
802,Banks,Joy,M,B,N,English,N,N
803,Cruz,Eva,F,M,Y,Spanish,Y,R
804,Dole,Pat,M,,Y,Spanish,N,F
805,Eng,Sam,M,A,N,Vietnamese,N,R
`,
	},
	{
		system: 'Aeries (California)',
		shape: 'StudentID, CALPADS numbers for language and race, fluency codes',
		recognized: 'Aeries',
		fileName: 'aeries.csv',
		content: `StudentID,StateStudentID,SchoolCode,LastName,FirstName,Gender,EthnicityCode,Race1Code,HomeLanguageCode,LanguageFluencyCode
99400001,1000000001,994,Ames,Lee,F,N,700,00,E
99400002,1000000002,994,Banks,Joy,M,N,600,00,E
99400003,1000000003,994,Cruz,Eva,F,Y,700,01,L
99400004,1000000004,994,Dole,Pat,X,N,201,37,R
`,
		settled: {
			Student_id: ['name', 'StudentID'],
			Gender: ['name', 'Gender'],
			Hispanic_Latino: ['name', 'EthnicityCode'],
			Race: ['name', 'Race1Code'],
			Home_language: ['name', 'HomeLanguageCode'],
		},
		open: [
			['Race', '700', 2],
			['Race', '600', 1],
			['Race', '201', 1],
			['Home_language', '00', 2],
			['Home_language', '01', 1],
			['Home_language', '37', 1],
			['Ell_status', null, 4],
		],
		decisions: {
			columns: { Ell_status: 'LanguageFluencyCode' },
			codes: {
				Race: { '700': 'W', '600': 'B', '201': 'A' },
				Home_language: { '00': 'English', '01': 'Spanish', '37': '' },
				Ell_status: { E: 'N', L: 'Y', R: 'N' },
			},
		},
		roster: `School_id,Student_id,State_id,Last_name,First_name,Gender,Race,Hispanic_Latino,Home_language,Ell_status
994,99400001,1000000001,Ames,Lee,F,W,N,English,N
994,99400002,1000000002,Banks,Joy,M,B,N,English,N
994,99400003,1000000003,Cruz,Eva,F,W,Y,Spanish,Y
994,99400004,1000000004,Dole,Pat,X,A,N,,N
`,
	},
	{
		system: 'Follett Aspen',
		shape: 'caret-separated, its field names, lists of races',
		recognized: 'Follett Aspen (X2)',
		fileName: 'aspen.txt',
		content: `STD_OID^STD_ID_LOCAL^STD_ID_STATE^SKL_SCHOOL_ID^PSN_GENDER_CODE^PSN_RACE_VIEW^PSN_HISPANIC_LATINO_IND^STD_HOME_LANGUAGE_CODE^STD_GRADE_LEVEL^PSN_DOB
STD0001^501^9001^115^F^White^0^English^03^2017-01-02
STD0002^502^9002^115^M^White; Asian^0^Japanese^03^2017-02-03
STD0003^503^9003^115^F^Black or African American^1^Spanish^04^2016-03-04
STD0004^504^9004^115^M^^1^Spanish^04^2016-04-05
`,
		settled: {
			Gender: ['name', 'PSN_GENDER_CODE'],
			Race: ['codes', 'PSN_RACE_VIEW'],
			Hispanic_Latino: ['name', 'PSN_HISPANIC_LATINO_IND'],
			Home_language: ['name', 'STD_HOME_LANGUAGE_CODE'],
		},
		open: [['Student_id', null, 4]],
		decisions: { columns: { Student_id: 'STD_OID' } },
		roster: `School_id,Student_id,Student_number,State_id,Grade,Gender,DOB,Race,Hispanic_Latino,Home_language
115,STD0001,501,9001,03,F,2017-01-02,W,N,English
115,STD0002,502,9002,03,M,2017-02-03,M,N,Japanese
115,STD0003,503,9003,04,F,2016-03-04,B,Y,Spanish
115,STD0004,504,9004,04,M,2016-04-05,,Y,Spanish
`,
	},
	{
		system: 'Follett Aspen (REST)',
		shape: 'lower-case names with underscores, extension categories',
		fileName: 'aspen_rest.csv',
		content: `local_id,school_local_id,last_name,first_name,gender,limited_english_proficiency,free_reduced_lunch,plan_504,sped_disability
501,115,Ames,Lee,F,N,Free,N,
502,115,Banks,Joy,M,N,Reduced,Y,
503,115,Cruz,Eva,F,Y,Paid,N,Autism
504,115,Dole,Pat,M,N,Paid,N,Deafness
`,
		settled: {
			Gender: ['name', 'gender'],
			Ell_status: ['name', 'limited_english_proficiency'],
			Frl_status: ['name', 'free_reduced_lunch'],
			'ext.section_504_status': ['name', 'plan_504'],
			'ext.primary_disability_type': ['name', 'sped_disability'],
		},
		open: [
			['Student_id', null, 4],
			['ext.primary_disability_type', 'Deafness', 1],
		],
		decisions: {
			columns: { Student_id: 'local_id', Student_number: 'local_id' },
			codes: { 'ext.primary_disability_type': { Deafness: 'HI' } },
		},
		roster: `School_id,Student_id,Student_number,Last_name,First_name,Gender,Ell_status,Frl_status
115,501,501,Ames,Lee,F,N,F
115,502,502,Banks,Joy,M,N,R
115,503,503,Cruz,Eva,F,Y,N
115,504,504,Dole,Pat,M,N,N
`,
		extension: `sis_id,ext.primary_disability_type,ext.section_504_status
501,,No
502,,Yes
503,AUT,No
504,HI,No
`,
	},
];
