import type { ExportCase } from './exportCase';

/** Exports of PowerSchool: its own field names, and exporters to Clever of districts in Michigan, Illinois and Montana. */
export const powerSchoolExports: readonly ExportCase[] = [
	{
		system: 'PowerSchool',
		shape: 'tab-separated, its field names, dcid as ID',
		recognized: 'PowerSchool',
		fileName: 'student.export.text',
		content: `dcid	Student_Number	State_StudentNumber	SchoolID	Last_Name	First_Name	Grade_Level	Gender	Ethnicity	FedEthnicity	LunchStatus	flaglep	flagspeced
1001	80011	1234500011	12	Ames	Lee	3	F	W	0	F	N	N
1002	80012	1234500012	12	Banks	Joy	3	M	B	0	P	N	Y
1003	80013	1234500013	12	Cruz	Eva	4	F	H	1	FDC	Y	N
1004	80014	1234500014	12	Dang	Vy	4	F	A	0	RDC	Y	N
1005	80015	1234500015	14	Ellis	Max	5	M	T	0	E	N	N
1006	80016	1234500016	14	Ford	Kai	5	M	C	0	P	N	N
`,
		settled: {
			Gender: ['name', 'Gender'],
			Race: ['name', 'Ethnicity'],
			Hispanic_Latino: ['name', 'FedEthnicity'],
			Ell_status: ['name', 'flaglep'],
			Frl_status: ['name', 'LunchStatus'],
		},
		open: [
			['Student_id', null, 6],
			['Race', 'H', 1],
			['Frl_status', 'E', 1],
			// Special education is wider than an IEP in some districts.
			['IEP_status', null, 6],
		],
		decisions: {
			columns: { Student_id: 'dcid', IEP_status: 'flagspeced' },
			codes: { Race: { H: '' }, Frl_status: { E: 'N' } },
		},
		roster: `School_id,Student_id,Student_number,State_id,Last_name,First_name,Grade,Gender,Race,Hispanic_Latino,Ell_status,Frl_status,IEP_status
12,1001,80011,1234500011,Ames,Lee,3,F,W,N,N,F,N
12,1002,80012,1234500012,Banks,Joy,3,M,B,N,N,N,Y
12,1003,80013,1234500013,Cruz,Eva,4,F,,Y,Y,F,N
12,1004,80014,1234500014,Dang,Vy,4,F,A,N,Y,R,N
14,1005,80015,1234500015,Ellis,Max,5,M,M,N,N,N,N
14,1006,80016,1234500016,Ford,Kai,5,M,W,N,N,N,N
`,
	},
	{
		system: 'PowerSchool (Michigan)',
		shape: "Clever's columns, one row per contact",
		fileName: 'clever_students.csv',
		content: `School_id,Student_id,Student_number,State_id,Last_name,Middle_name,First_name,Grade,Gender,Graduation_year,DOB,Race,Hispanic_Latino,Home_language,Ell_status,Frl_status,IEP_status,Student_street,Student_city,Student_state,Student_zip,Student_email,Contact_relationship,Contact_type,Contact_email,Contact_sis_id,Username,Password
12,2001,90011,555001,Ames,R,Lee,3,F,2035,2017-03-02,C,0,eng,N,P,N,1 Elm St,Ypsilanti,MI,48197,lee@d.example,Mother,Primary,ma@d.example,c1,lee,pw1
12,2001,90011,555001,Ames,R,Lee,3,F,2035,2017-03-02,C,0,eng,N,P,N,1 Elm St,Ypsilanti,MI,48197,lee@d.example,Father,Secondary,fa@d.example,c2,lee,pw1
12,2002,90012,555002,Ba,,Ngoc,4,M,2034,2016-11-20,A,0,vie,Y,FDC,N,"2 Oak St, Apt 3",Ypsilanti,MI,48198,ngoc@d.example,Mother,Primary,ba@d.example,c3,ngoc,pw2
14,2003,90013,555003,Cruz,L,Ana,5,F,2033,01/09/2016,B,1,spa,Y,RDC,Y,3 Ash St,Saline,MI,48176,ana@d.example,Aunt,Primary,au@d.example,c4,ana,pw3
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
		},
		open: [],
		roster: `School_id,Student_id,Student_number,State_id,Last_name,Middle_name,First_name,Grade,Gender,Graduation_year,DOB,Race,Hispanic_Latino,Home_language,Ell_status,Frl_status,IEP_status,Student_street,Student_city,Student_state,Student_zip,Student_email,Contact_relationship,Contact_type,Contact_email,Contact_sis_id,Username,Password
12,2001,90011,555001,Ames,R,Lee,3,F,2035,2017-03-02,W,N,English,N,N,N,1 Elm St,Ypsilanti,MI,48197,lee@d.example,Mother,Primary,ma@d.example,c1,lee,pw1
12,2001,90011,555001,Ames,R,Lee,3,F,2035,2017-03-02,W,N,English,N,N,N,1 Elm St,Ypsilanti,MI,48197,lee@d.example,Father,Secondary,fa@d.example,c2,lee,pw1
12,2002,90012,555002,Ba,,Ngoc,4,M,2034,2016-11-20,A,N,Vietnamese,Y,F,N,"2 Oak St, Apt 3",Ypsilanti,MI,48198,ngoc@d.example,Mother,Primary,ba@d.example,c3,ngoc,pw2
14,2003,90013,555003,Cruz,L,Ana,5,F,2033,01/09/2016,B,Y,Spanish,Y,R,Y,3 Ash St,Saline,MI,48176,ana@d.example,Aunt,Primary,au@d.example,c4,ana,pw3
`,
	},
	{
		system: 'PowerSchool (Illinois)',
		shape: "Clever's columns in quotes, race 11 to 17 by the state's table, native Section 504",
		fileName: 'students_d118.csv',
		content: `"Student_id","State_id","Student_number","School_id","Student_city","Dob","First_name","Middle_name","Last_name","Gender","Grade","Student_state","Student_Street","Student_Zip","Student_email","Hispanic_Latino","Race","Ell_Status","Frl_status","IEP_status","Section_504_status","Gifted_status","Unweighted_gpa","Weighted_gpa"
"3001","7001","501","9","Wauconda","2012-05-06","Ann","","Ames","F","9","IL","1 Elm","60084","a@d.example","N","16","N","N","N","N","N","3.1","3.2"
"3002","7002","502","9","Wauconda","2012-06-07","Bo","","Banks","M","9","IL","2 Elm","60084","b@d.example","N","14","N","F","Y","N","N","2.9","2.9"
"3003","7003","503","9","Wauconda","2012-07-08","Cy","","Cruz","M","9","IL","3 Elm","60084","c@d.example","Y","11","Y","R","N","N","N","3.0","3.0"
"3004","7004","504","9","Wauconda","2012-08-09","Di","","Dole","F","9","IL","4 Elm","60084","d@d.example","N","15","N","N","N","Y","Y","4.0","4.4"
"3005","7005","505","9","Wauconda","2012-09-10","Ed","","Eng","M","9","IL","5 Elm","60084","e@d.example","N","17","N","N","N","N","N","3.5","3.5"
`,
		settled: {
			Student_id: ['name', 'Student_id'],
			Gender: ['name', 'Gender'],
			Race: ['name', 'Race'],
			Hispanic_Latino: ['name', 'Hispanic_Latino'],
			Ell_status: ['name', 'Ell_Status'],
			Frl_status: ['name', 'Frl_status'],
			IEP_status: ['name', 'IEP_status'],
			'ext.section_504_status': ['name', 'Section_504_status'],
		},
		open: [
			['Race', '16', 1],
			['Race', '14', 1],
			['Race', '11', 1],
			['Race', '15', 1],
			['Race', '17', 1],
		],
		decisions: {
			codeTables: { Race: 'Illinois (PowerSchool race table)' },
			codes: { Race: { '11': '' } },
		},
		roster: `Student_id,State_id,Student_number,School_id,Student_city,DOB,First_name,Middle_name,Last_name,Gender,Grade,Student_state,Student_street,Student_zip,Student_email,Hispanic_Latino,Race,Ell_status,Frl_status,IEP_status,Section_504_status,Gifted_status,Unweighted_gpa,Weighted_gpa
3001,7001,501,9,Wauconda,2012-05-06,Ann,,Ames,F,9,IL,1 Elm,60084,a@d.example,N,W,N,N,N,N,N,3.1,3.2
3002,7002,502,9,Wauconda,2012-06-07,Bo,,Banks,M,9,IL,2 Elm,60084,b@d.example,N,B,N,F,Y,N,N,2.9,2.9
3003,7003,503,9,Wauconda,2012-07-08,Cy,,Cruz,M,9,IL,3 Elm,60084,c@d.example,Y,,Y,R,N,N,N,3.0,3.0
3004,7004,504,9,Wauconda,2012-08-09,Di,,Dole,F,9,IL,4 Elm,60084,d@d.example,N,P,N,N,N,Y,Y,4.0,4.4
3005,7005,505,9,Wauconda,2012-09-10,Ed,,Eng,M,9,IL,5 Elm,60084,e@d.example,N,M,N,N,N,N,N,3.5,3.5
`,
		extension: `sis_id,ext.section_504_status
3001,No
3002,No
3003,No
3004,Yes
3005,No
`,
	},
	{
		system: 'PowerSchool (Montana)',
		shape: 'race 01 to 06 by the table of the state, outer spaces, ID in a column of another name',
		fileName: 'powerquery.csv',
		content: `ID,StateID,School_Id,Last_Name,First_Name,Gender,racecd,FedEthnicity,NSLP,IEP Status
 41 ,9001,3,Ames,Lee, F ,01,0,Free,Yes
42,9002,3,Banks,Joy,M,05,0,Full Pay,No
43,9003,3,Cruz,Eva,F,04,1,Reduced,No
44,9004,3,Dole,Pat,X,02,0,T,No
`,
		settled: {
			Gender: ['name', 'Gender'],
			Race: ['name', 'racecd'],
			Hispanic_Latino: ['name', 'FedEthnicity'],
			Frl_status: ['name', 'NSLP'],
			IEP_status: ['name', 'IEP Status'],
		},
		open: [
			['Student_id', null, 4],
			['Race', '01', 1],
			['Race', '05', 1],
			['Race', '04', 1],
			['Race', '02', 1],
			['Frl_status', 'T', 1],
		],
		decisions: {
			columns: { Student_id: 'ID' },
			codeTables: { Race: 'Montana (PowerSchool racecd)' },
			codes: { Frl_status: { T: 'R' } },
		},
		roster: `School_id,Student_id,State_id,Last_name,First_name,Gender,Race,Hispanic_Latino,Frl_status,IEP_status
3,41,9001,Ames,Lee,F,I,N,F,Y
3,42,9002,Banks,Joy,M,W,N,N,N
3,43,9003,Cruz,Eva,F,B,Y,R,N
3,44,9004,Dole,Pat,X,A,N,R,N
`,
	},
	{
		system: 'PowerSchool (Teamster)',
		shape: "Clever's columns in lower case with a column of another partner",
		fileName: 'teamster.csv',
		content: `last_name,first_name,gender,race,ext.gifted,state_id,hispanic_latino,home_language,frl_status,school_id,student_id,student_number,dob,ell_status,iep_status,grade
Ames,Lee,f,white,Y,7001,no,english,paid,1,0101,501,2014-01-02,no,no,5
Banks,Joy,m,Black or African American,N,7002,no,English,free,1,0102,502,2014-02-03,no,yes,5
Chu,Wei,M,asian,N,7003,NO,Mandarin,Paid,1,0103,503,2014-03-04,yes,No,5
`,
		settled: {
			Student_id: ['name', 'student_id'],
			Gender: ['name', 'gender'],
			Race: ['name', 'race'],
			Hispanic_Latino: ['name', 'hispanic_latino'],
			Home_language: ['name', 'home_language'],
			Ell_status: ['name', 'ell_status'],
			Frl_status: ['name', 'frl_status'],
			IEP_status: ['name', 'iep_status'],
		},
		open: [],
		roster: `Last_name,First_name,Gender,Race,State_id,Hispanic_Latino,Home_language,Frl_status,School_id,Student_id,Student_number,DOB,Ell_status,IEP_status,Grade
Ames,Lee,F,W,7001,N,English,N,1,0101,501,2014-01-02,N,N,5
Banks,Joy,M,B,7002,N,English,F,1,0102,502,2014-02-03,N,Y,5
Chu,Wei,M,A,7003,N,Mandarin,N,1,0103,503,2014-03-04,Y,N,5
`,
		extension: `sis_id,ext.gifted
0101,Y
0102,N
0103,N
`,
	},
];
