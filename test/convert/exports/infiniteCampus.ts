import type { ExportCase } from './exportCase';

/** Exports of Infinite Campus, with the names of its ad hoc fields. */
export const infiniteCampusExports: readonly ExportCase[] = [
	{
		system: 'Infinite Campus',
		shape: 'ad hoc fields, race 1 to 7 by its table, personID as ID',
		recognized: 'Infinite Campus',
		fileName: 'adhoc.csv',
		content: `student.personID,student.studentNumber,student.stateID,sch.number,student.lastName,student.firstName,student.grade,student.gender,student.raceEthnicityFed,student.hispanicEthnicity,student.homePrimaryLanguage,posElig.eligibility,activeEnrollment.disability1
501,20001,3300001,310,Ames,Lee,03,F,6,N,eng,Paid,
502,20002,3300002,310,Banks,Joy,03,M,4,N,eng,Free,AU
503,20003,3300003,310,Cruz,Eva,04,F,1,Y,spa,Reduced,
504,20004,3300004,310,Dole,Pat,04,M,5,N,eng,Paid,SLD
505,20005,3300005,312,Eng,Sam,05,M,7,N,vie,Free,
506,20006,3300006,312,Fox,Ty,05,M,6,N,eng,Paid,
`,
		settled: {
			Gender: ['name', 'student.gender'],
			Race: ['name', 'student.raceEthnicityFed'],
			Hispanic_Latino: ['name', 'student.hispanicEthnicity'],
			Home_language: ['name', 'student.homePrimaryLanguage'],
			Frl_status: ['name', 'posElig.eligibility'],
			'ext.primary_disability_type': ['name', 'activeEnrollment.disability1'],
		},
		open: [
			['Student_id', null, 6],
			['Race', '6', 2],
			['Race', '4', 1],
			['Race', '1', 1],
			['Race', '5', 1],
			['Race', '7', 1],
		],
		decisions: {
			columns: { Student_id: 'student.personID' },
			codeTables: { Race: 'Infinite Campus federal race (raceEthnicityFed)' },
			codes: { Race: { '1': '' } },
		},
		roster: `School_id,Student_id,Student_number,State_id,Last_name,First_name,Grade,Gender,Race,Hispanic_Latino,Home_language,Frl_status
310,501,20001,3300001,Ames,Lee,03,F,W,N,English,N
310,502,20002,3300002,Banks,Joy,03,M,B,N,English,F
310,503,20003,3300003,Cruz,Eva,04,F,,Y,Spanish,R
310,504,20004,3300004,Dole,Pat,04,M,P,N,English,N
312,505,20005,3300005,Eng,Sam,05,M,M,N,Vietnamese,F
312,506,20006,3300006,Fox,Ty,05,M,W,N,English,N
`,
		extension: `sis_id,ext.primary_disability_type
501,
502,AUT
503,
504,SLD
505,
506,
`,
	},
	{
		system: 'Infinite Campus',
		shape: 'code and label in one value, title rows above the header',
		fileName: 'demographics_report.csv',
		content: `Demographics Extract,,,,,,,,
Generated on 11/02/2026 07:15,,,,,,,,
,,,,,,,,
personID,lastName,firstName,siteCode,gender,raceEthnicity,hispanicFlag,LunchStatus,section504
601,Ames,Lee,310,F: Female,6: White,N: No,P: Paid,N: No
602,Banks,Joy,310,M: Male,4: Black or African American,N: No,F: Free,Y: Yes
603,Cruz,Eva,310,F: Female,1: Hispanic or Latino,Y: Yes,R: Reduced,N: No
604,Dole,Pat,310,M: Male,7: Two or more races,N: No,P: Paid,N: No
605,Eng,Sam,310,M: Male,3: Asian,N: No,P: Paid,N: No
`,
		settled: {
			Gender: ['name', 'gender'],
			Race: ['name', 'raceEthnicity'],
			Hispanic_Latino: ['name', 'hispanicFlag'],
			Frl_status: ['name', 'LunchStatus'],
			'ext.section_504_status': ['name', 'section504'],
		},
		open: [
			['Student_id', null, 5],
			['Race', '1: Hispanic or Latino', 1],
		],
		decisions: {
			columns: { Student_id: 'personID' },
			codes: { Race: { '1: Hispanic or Latino': '' } },
		},
		roster: `School_id,Student_id,Last_name,First_name,Gender,Race,Hispanic_Latino,Frl_status
310,601,Ames,Lee,F,W,N,N
310,602,Banks,Joy,M,B,N,F
310,603,Cruz,Eva,F,,Y,R
310,604,Dole,Pat,M,M,N,N
310,605,Eng,Sam,M,A,N,N
`,
		extension: `sis_id,ext.section_504_status
601,No
602,Yes
603,No
604,No
605,No
`,
	},
	{
		system: 'Infinite Campus (North Carolina)',
		shape: "Clever's template of the state, LEP words in Ell_status",
		fileName: 'nc_clever.csv',
		content: `School_ID,Student_ID,Student_Number,State_ID,Last_Name,First_Name,Grade,Gender,GraduationYear,Dob,Race,Hispanic_Latino,Ell_Status,Frl_Status,IEP_Status
920304,701,20001,1,Ames,Lee,PK,F,2038,01/02/2021,W,N,Not LEP,Paid,N
920304,702,20002,2,Banks,Joy,KG,M,2037,02/03/2020,B,N,,Free,Y
920304,703,20003,3,Cruz,Eva,01,F,2036,03/04/2019,W,Y,LEP,Reduced,N
920304,704,20004,4,Dole,Pat,02,M,2035,04/05/2018,I,N,Pending,Free,N
`,
		settled: {
			Student_id: ['name', 'Student_ID'],
			Gender: ['name', 'Gender'],
			Race: ['name', 'Race'],
			Hispanic_Latino: ['name', 'Hispanic_Latino'],
			Ell_status: ['name', 'Ell_Status'],
			Frl_status: ['name', 'Frl_Status'],
			IEP_status: ['name', 'IEP_Status'],
		},
		open: [['Ell_status', 'Pending', 1]],
		decisions: { codes: { Ell_status: { Pending: '' } } },
		roster: `School_id,Student_id,Student_number,State_id,Last_name,First_name,Grade,Gender,Graduation_year,DOB,Race,Hispanic_Latino,Ell_status,Frl_status,IEP_status
920304,701,20001,1,Ames,Lee,PK,F,2038,01/02/2021,W,N,N,N,N
920304,702,20002,2,Banks,Joy,KG,M,2037,02/03/2020,B,N,,F,Y
920304,703,20003,3,Cruz,Eva,01,F,2036,03/04/2019,W,Y,Y,R,N
920304,704,20004,4,Dole,Pat,02,M,2035,04/05/2018,I,N,,F,N
`,
	},
];
