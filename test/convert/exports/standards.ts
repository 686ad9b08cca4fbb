import type { ExportCase } from './exportCase';

const oneRosterFlags = [
	'americanIndianOrAlaskaNative',
	'asian',
	'blackOrAfricanAmerican',
	'nativeHawaiianOrOtherPacificIslander',
	'white',
	'demographicRaceTwoOrMoreRaces',
] as const;

/** Files of standards: OneRoster, the registration file of Smarter Balanced (TIDE), Ed-Fi. */
export const standardExports: readonly ExportCase[] = [
	{
		system: 'OneRoster 1.1',
		shape: 'demographics.csv with users.csv: a teacher, a student to be deleted',
		recognized: 'OneRoster',
		fileName: 'demographics.csv',
		content: `sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity,countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus
u100,active,2026-08-01T00:00:00Z,2018-01-02,male,false,false,true,false,false,false,false,,,,
u101,active,2026-08-01T00:00:00Z,2017-01-02,female,false,true,false,false,true,false,false,,,,
u102,active,2026-08-01T00:00:00Z,2017-02-03,female,false,false,false,false,false,false,true,,,,
u103,tobedeleted,2026-08-01T00:00:00Z,2017-03-04,male,false,false,false,false,true,false,false,,,,
u104,active,2026-08-01T00:00:00Z,2016-04-05,male,false,false,false,false,false,true,false,,,,
`,
		users: `sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password
u100,active,,true,org1,student,amesl,,Lee,Ames,,501,,,,,03,
u101,active,,true,org1,student,banksj,,Joy,Banks,,502,,,,,04,
u102,active,,true,org1,student,cruze,,Eva,Cruz,,503,,,,,04,
u103,tobedeleted,,true,org1,student,dolep,,Pat,Dole,,504,,,,,04,
u104,active,,true,org2,student,engs,,Sam,Eng,,505,,,,,05,
t900,active,,true,org1,teacher,teach,,Tia,Teach,,900,,,,,,
`,
		settled: {
			Student_id: ['name', 'sourcedId'],
			Gender: ['name', 'sex'],
			Race: ['flags', ...oneRosterFlags],
			Hispanic_Latino: ['name', 'hispanicOrLatinoEthnicity'],
		},
		open: [],
		roster: `School_id,Student_id,Last_name,First_name,Grade,DOB,Gender,Race,Hispanic_Latino,Username
org1,u100,Ames,Lee,03,2018-01-02,M,B,N,amesl
org1,u101,Banks,Joy,04,2017-01-02,F,M,N,banksj
org1,u102,Cruz,Eva,04,2017-02-03,F,,Y,cruze
org2,u104,Eng,Sam,05,2016-04-05,M,M,N,engs
`,
	},
	{
		system: 'OneRoster 1.2',
		shape: 'demographics.csv alone, sex other and unspecified',
		recognized: 'OneRoster',
		fileName: 'demographics.csv',
		content: `sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity
s1,,,2018-01-02,other,true,false,false,false,false,false,false
s2,,,2017-01-02,unspecified,false,false,false,true,false,false,false
s3,,,2017-02-03,female,false,false,false,false,true,false,true
`,
		settled: {
			Student_id: ['name', 'sourcedId'],
			Gender: ['name', 'sex'],
			Race: ['flags', ...oneRosterFlags],
			Hispanic_Latino: ['name', 'hispanicOrLatinoEthnicity'],
		},
		open: [],
		roster: `Student_id,DOB,Gender,Race,Hispanic_Latino
s1,2018-01-02,X,I,N
s2,2017-01-02,,P,N
s3,2017-02-03,F,W,Y
`,
	},
	{
		system: 'Smarter Balanced / TIDE',
		shape: 'registration file with state IDs only, extension file asked for',
		recognized: 'Smarter Balanced / TIDE',
		fileName: 'tide.csv',
		content: `StudentIdentifier,ExternalSSID,LastOrSurname,FirstName,Sex,HispanicOrLatinoEthnicity,AmericanIndianOrAlaskaNative,Asian,BlackOrAfricanAmerican,White,NativeHawaiianOrOtherPacificIslander,DemographicRaceTwoOrMoreRaces,IDEAIndicator,LEPStatus,Section504Status,EconomicDisadvantageStatus,LanguageCode,MigrantStatus,PrimaryDisabilityType
A1,X1,Ames,Lee,Female,No,No,No,No,Yes,No,No,No,No,No,No,eng,No,
A2,X2,Banks,Joy,Male,No,No,No,Yes,No,No,No,Yes,No,No,Yes,eng,No,AUT
A3,X3,Cruz,Eva,Female,Yes,No,No,No,Yes,No,No,No,Yes,Yes,Yes,spa,Yes,
`,
		settled: {
			Gender: ['name', 'Sex'],
			Race: [
				'flags',
				'AmericanIndianOrAlaskaNative',
				'Asian',
				'BlackOrAfricanAmerican',
				'White',
				'NativeHawaiianOrOtherPacificIslander',
				'DemographicRaceTwoOrMoreRaces',
			],
			Hispanic_Latino: ['name', 'HispanicOrLatinoEthnicity'],
			Home_language: ['name', 'LanguageCode'],
			Ell_status: ['name', 'LEPStatus'],
			'ext.idea_indicator': ['name', 'IDEAIndicator'],
			'ext.section_504_status': ['name', 'Section504Status'],
			'ext.economic_disadvantage_status': ['name', 'EconomicDisadvantageStatus'],
			'ext.migrant_status': ['name', 'MigrantStatus'],
			'ext.primary_disability_type': ['name', 'PrimaryDisabilityType'],
		},
		open: [['Student_id', null, 3]],
		decisions: { columns: { Student_id: 'StudentIdentifier' }, files: ['students_ext.csv'] },
		extension: `sis_id,ext.idea_indicator,ext.primary_disability_type,ext.section_504_status,ext.economic_disadvantage_status,ext.migrant_status
A1,No,,No,No,No
A2,Yes,AUT,No,Yes,No
A3,No,,Yes,Yes,Yes
`,
	},
	{
		system: 'Ed-Fi',
		shape: 'descriptors as URIs and as words',
		fileName: 'edfi_students.csv',
		content: `Student ID,Last Name,First Name,Sex,Race,Hispanic or Latino Ethnicity,Limited English Proficiency,Primary Disability
1,Ames,Lee,uri://ed-fi.org/SexDescriptor#Female,uri://ed-fi.org/RaceDescriptor#White,false,uri://ed-fi.org/LimitedEnglishProficiencyDescriptor#NotLimited,
2,Banks,Joy,uri://ed-fi.org/SexDescriptor#Male,uri://ed-fi.org/RaceDescriptor#Black or African American,false,uri://ed-fi.org/LimitedEnglishProficiencyDescriptor#Limited,uri://ed-fi.org/DisabilityDescriptor#Autism Spectrum Disorders
3,Cruz,Eva,uri://ed-fi.org/SexDescriptor#Not Selected,uri://ed-fi.org/RaceDescriptor#American Indian or Alaska Native,true,uri://ed-fi.org/LimitedEnglishProficiencyDescriptor#Limited,uri://ed-fi.org/DisabilityDescriptor#Preschooler with a Disability
4,Dole,Pat,uri://ed-fi.org/SexDescriptor#Male,uri://ed-fi.org/RaceDescriptor#Choose Not to Respond,false,uri://ed-fi.org/LimitedEnglishProficiencyDescriptor#NotLimited,
`,
		settled: {
			Student_id: ['name', 'Student ID'],
			Gender: ['name', 'Sex'],
			Race: ['name', 'Race'],
			Hispanic_Latino: ['name', 'Hispanic or Latino Ethnicity'],
			Ell_status: ['name', 'Limited English Proficiency'],
			'ext.primary_disability_type': ['name', 'Primary Disability'],
		},
		open: [
			[
				'ext.primary_disability_type',
				'uri://ed-fi.org/DisabilityDescriptor#Preschooler with a Disability',
				1,
			],
		],
		decisions: {
			codes: {
				'ext.primary_disability_type': {
					'uri://ed-fi.org/DisabilityDescriptor#Preschooler with a Disability': 'DD',
				},
			},
		},
		roster: `Student_id,Last_name,First_name,Gender,Race,Hispanic_Latino,Ell_status
1,Ames,Lee,F,W,N,N
2,Banks,Joy,M,B,N,Y
3,Cruz,Eva,,I,Y,Y
4,Dole,Pat,M,,N,N
`,
		extension: `sis_id,ext.primary_disability_type
1,
2,AUT
3,DD
4,
`,
	},
];
