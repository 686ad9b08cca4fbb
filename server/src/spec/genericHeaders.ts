/**
 * Headers that many exports have, by the column of ours that they may hold: words, and names that several systems use.
 * What only one system writes is with the system.
 *
 * Sources, read in 2026-11: public exporters to Clever of districts with Infinite Campus (templates of North Carolina),
 * PowerSchool (D118, Illinois; Washtenaw, Michigan; Montana; Massachusetts), Focus (Florida), Aeries, Follett Aspen and
 * eSchoolPlus; sample headers of mCLASS, Smarter Balanced, WIDA ACCESS, CMAS, EOCEP and NWEA Beacon. The rest is from
 * memory of PowerSchool, Infinite Campus, Skyward, Aeries and Synergy, and from plain English.
 */

/** The headers that may hold one column; compared by `headerKey`, so case and punctuation do not matter. */
export interface GenericHeaders {
	/** The column as Clever writes it. A header equal to it is always the first choice. */
	readonly column: string;
	/** Proposed, the likeliest first. A header is here for one column only, except where Clever has the column twice. */
	readonly names: readonly string[];
	/** Offered and never proposed: similar, or something else in some districts. */
	readonly perhaps?: readonly string[];
}

/** The headers for each column that an import may look for, without those of single systems. */
// biome-ignore format: one column, few lines
export const genericHeaders: readonly GenericHeaders[] = [
	{
		column: 'Student_id',
		// PowerSchool's DCID and ID, Infinite Campus's personID, Synergy's SIS number and permanent id, Skyward's NameID.
		names: ['sis_id', 'SIS Student ID', 'Student SIS ID', 'SIS Number', 'SIS User ID', 'Stu ID', 'StudentDCID', 'Students DCID', 'DCID', 'Student Person ID', 'Person ID', 'Student GU', 'Perm ID', 'Permanent ID', 'Name ID', 'Pupil ID', 'ID'],
		// Numbers that people use: the same as the ID in some districts, and different ones in others.
		perhaps: ['Student Number', 'Student No', 'Stu Num', 'Student Num', 'Student Local ID', 'Local Student ID', 'Local ID', 'Local Student Number', 'District Student ID', 'Other ID', 'Alternate ID', 'Pupil Number', 'State Student ID', 'State Student Number', 'State ID', 'Student Identifier'],
	},
	{ column: 'Student_number', names: ['Student No', 'Stu Num', 'Student Num', 'Local Student Number', 'Student Local ID', 'Local Student ID', 'Local ID', 'District Student ID', 'District Local ID', 'LASID', 'Pupil Number'], perhaps: ['Other ID', 'Perm ID', 'SIS Number'] },
	{ column: 'State_id', names: ['State Student ID', 'State Student Number', 'State StudentNumber', 'State Number', 'Student State ID', 'State Identifier', 'SSID', 'SASID', 'State Testing ID', 'State Reporting ID', 'CALPADS ID', 'Statewide Student ID', 'Statewide ID'], perhaps: ['Student Identifier'] },
	{ column: 'School_id', names: ['School Number', 'School No', 'School Num', 'School Code', 'SchoolID', 'Enroll School ID', 'Building Code', 'Building ID', 'Entity ID', 'Entity', 'SC', 'Site Code', 'Site ID', 'Organization Code', 'LEA School Code'], perhaps: ['School', 'School Name', 'Building', 'Location', 'Site'] },
	{ column: 'Last_name', names: ['Student Last Name', 'LastName', 'Surname', 'Family Name', 'Legal Last Name', 'LName', 'LN'], perhaps: ['Last'] },
	{ column: 'First_name', names: ['Student First Name', 'FirstName', 'Given Name', 'Legal First Name', 'FName', 'FN'], perhaps: ['First', 'Preferred Name', 'Nickname'] },
	{ column: 'Middle_name', names: ['Student Middle Name', 'MiddleName', 'Legal Middle Name', 'Middle', 'MName', 'MN'], perhaps: ['Middle Initial'] },
	{ column: 'Grade', names: ['Grade Level', 'GradeLevel', 'Current Grade', 'Student Grade', 'Grade Code', 'Grd', 'GR', 'Grade Lvl'] },
	{ column: 'DOB', names: ['Birth Date', 'Birthdate', 'Date of Birth', 'Birthday', 'Student DOB', 'BD'] },
	{ column: 'Graduation_year', names: ['Grad Year', 'Graduation Year', 'Class of', 'Sched YearOfGraduation', 'Year of Graduation', 'Cohort Year', 'GradYr'] },
	{ column: 'Student_street', names: ['Street', 'Address', 'Home Street', 'Street Address', 'Home Address', 'Student Address', 'Address Line 1', 'AD'], perhaps: ['Mailing Street', 'Mailing Address'] },
	{ column: 'Student_city', names: ['City', 'Home City', 'CY'], perhaps: ['Mailing City'] },
	{ column: 'Student_state', names: ['State', 'Home State', 'ST'], perhaps: ['Mailing State'] },
	{ column: 'Student_zip', names: ['Zip', 'Zip Code', 'Zipcode', 'Postal Code', 'Home Zip', 'ZC'], perhaps: ['Mailing Zip'] },
	{ column: 'Student_email', names: ['Email', 'E-mail', 'Email Address', 'Student Email Address', 'School Email', 'SEM'], perhaps: ['Home Email'] },
	{ column: 'Gender', names: ['Sex', 'Student Gender', 'Gender Code', 'Sex Code', 'Legal Gender', 'Student Sex', 'Legal Sex', 'Gender Description', 'SX', 'GN'], perhaps: ['Gender Identity', 'Sex at Birth', 'Birth Sex', 'Pronouns'] },
	{
		column: 'Race',
		names: ['Race Code', 'Student Race', 'Race Description', 'Primary Race', 'Federal Race', 'Fed Race', 'Race Ethnicity', 'Race/Ethnicity Code', 'Ethnicity', 'Ethnic Code', 'Ethnicity Code', 'Ethnic Group', 'Federal Race Code', 'Federal Race Ethnicity', 'Reporting Ethnicity', 'Scheduling Reporting Ethnicity', 'Ethnicity Description', 'Resolved Race Ethnicity', 'Ethnicity/Race', 'Racial/Ethnic Code', 'Racial/Ethnic Group', 'Reporting Race', 'Federal Reporting Race', 'Aggregate Race', 'Race 1'],
		perhaps: ['Races', 'Race Codes', 'Fed Ethnicity', 'Federal Ethnicity', 'State Race', 'State Race Ethnicity', 'Race Ethnicity State', 'Race 2', 'Local Race', 'EC', 'ETH'],
	},
	{
		column: 'Hispanic_Latino',
		names: ['Hispanic', 'Latino', 'Hispanic/Latino', 'Hispanic or Latino', 'Is Hispanic', 'Hispanic Indicator', 'Hispanic Flag', 'Hispanic YN', 'Hispanic Ethnicity', 'Hispanic Latino Ethnicity', 'Hispanic Latino Indicator', 'Hispanic or Latino Ethnicity', 'Hispanic Origin', 'Hispanic or Latino Origin', 'Latino/Hispanic', 'Fed Ethnicity', 'Federal Ethnicity', 'Ethnicity Hispanic', 'ETH'],
		perhaps: ['Ethnicity', 'Ethnicity Code', 'Race Ethnicity'],
	},
	{
		column: 'Home_language',
		names: ['Home Lang', 'Language', 'Primary Language', 'HomeLanguage Code', 'Primary Home Language', 'Language Spoken at Home', 'Language at Home', 'Language Used at Home', 'Home Language Description', 'Language Code', 'HL'],
		perhaps: ['Home Language Survey', 'Main Language', 'Native Language', 'First Language', 'Student Language', 'Language of Correspondence', 'Correspondence Language', 'Parent Language', 'Language Background'],
	},
	{
		column: 'Ell_status',
		names: ['ELL', 'EL', 'English Learner', 'English Language Learner', 'English Learner Status', 'EL Status', 'Is ELL', 'Is EL', 'ELL Flag', 'EL Flag', 'ELL Indicator', 'LEP', 'LEP Status', 'LEP Indicator', 'Limited English Proficient', 'Limited English Proficiency', 'ELL YN', 'Current EL', 'ESL', 'Emergent Bilingual', 'EB/EL', 'EL/EB', 'ELL/LEP', 'LEP/ELL', 'EL/ELL', 'Multilingual Learner', 'MLL'],
		// Levels and programs, whose values are not Y and N.
		perhaps: ['Language Fluency', 'Language Fluency Code', 'Fluency', 'English Proficiency', 'Eng Prof', 'Language Proficiency', 'ELAS', 'Program Status', 'LEP Code', 'ELL Program', 'ESL Program', 'EB', 'ML', 'LF'],
	},
	{
		column: 'Frl_status',
		names: ['FRL', 'Lunch Status', 'LunchStatus', 'Free Reduced', 'Free Reduced Lunch', 'Free or Reduced Lunch', 'Free and Reduced Lunch', 'FRL Code', 'Lunch Code', 'Lunch Eligibility', 'Meal Status', 'Meal Eligibility', 'Meal Eligibility Status', 'Meal Code', 'Food Service Eligibility', 'FRAM Eligibility', 'Free Reduced Price Meals', 'FRPM', 'FRM', 'NSLP', 'FRPL', 'Free Reduced Price Lunch', 'Free or Reduced Price Lunch', 'F/R Lunch', 'Meal Benefit', 'Meal Benefit Status', 'Lunch Eligibility Status', 'Lunch Program Code', 'FRM Code', 'Free Reduced Status', 'Free/Reduced Meal Status', 'National School Lunch Program', 'Frl Eligibility'],
		perhaps: ['Food Service Status', 'Lunch', 'Meal', 'Meals', 'Free Lunch', 'Eligibility', 'Direct Certification', 'Economically Disadvantaged', 'NS', 'FRE'],
	},
	{
		column: 'IEP_status',
		names: ['IEP', 'Has IEP', 'IEP Flag', 'IEP Indicator', 'Is IEP', 'IEP YN', 'Active IEP', 'Individualized Education Program', 'Individualized Education Plan', 'Individual Education Program', 'Individual Education Plan', 'Current IEP', 'On IEP'],
		perhaps: ['Special Ed', 'SpEd', 'SPED Status', 'Special Education', 'Special Ed Status', 'Special Education Status', 'SE Status', 'Exceptional', 'Student with Disability', 'SWD', 'IDEA', 'IDEA Indicator', 'Plan Type', 'Flag Sped'],
	},
	{
		column: 'ext.idea_indicator',
		names: ['IDEA Indicator', 'IDEA', 'IDEA Status', 'IDEA Flag'],
		// Who is eligible need not be served (CEDS 000151).
		perhaps: ['IDEA Eligible', 'IDEA Eligibility', 'Special Ed', 'SpEd', 'SPED Status', 'Special Education', 'Special Ed Status', 'Special Education Status', 'SE Status', 'Student with Disability', 'Students with Disabilities', 'Student with Disabilities', 'SWD', 'IEP', 'IEP Status'],
	},
	{
		column: 'ext.disability_status',
		names: ['Disability Status', 'Disability', 'Disabled', 'Has Disability', 'Disability Indicator', 'Disability Flag', 'Student with a Disability'],
		// ADA is the Americans with Disabilities Act, and average daily attendance.
		perhaps: ['ADA', 'ADA Status', 'Student with Disability', 'Students with Disabilities', 'Student with Disabilities', 'SWD', 'Special Education', 'SpEd', 'Handicapped'],
	},
	{
		column: 'ext.primary_disability_type',
		names: ['Primary Disability Type', 'Primary Disability', 'Primary Disability Code', 'Disability Type', 'Disability Code', 'Primary Exceptionality', 'Primary Handicapping Condition', 'Primary Area of Disability', 'IDEA Disability Type', 'Disability Category', 'Primary Disability Category', 'Disability Primary', 'Disability 1', 'Primary Impairment', 'Primary Eligibility', 'DI'],
		perhaps: ['Disability', 'Exceptionality', 'Exceptionality Code', 'Disability Description', 'SPED Code', 'Special Ed Code'],
	},
	{
		column: 'ext.section_504_status',
		names: ['Section 504 Status', 'Section 504', 'Section504', '504', '504 Plan', '504 Status', 'Has 504', 'Has 504 Plan', '504 Flag', '504 Indicator', 'Section 504 Plan', 'Section 504 Indicator', 'Is 504', 'Active 504', 'Current 504', '504 Accommodation Plan', 'Section 504 Accommodation Plan', 'Plan 504'],
		// Who is eligible need not be served (CEDS 000249).
		perhaps: ['504 Eligible', 'Section 504 Eligible', '504 Eligibility', 'Section 504 Eligibility'],
	},
	{
		column: 'ext.economic_disadvantage_status',
		names: ['Economic Disadvantage Status', 'Economic Disadvantage', 'Economically Disadvantaged', 'Economic Disadvantaged', 'Econ Disadvantaged', 'Econ Disadv', 'Eco Dis', 'EcoDis', 'Economically Disadvantaged Status', 'Economically Disadvantaged Indicator', 'Socioeconomically Disadvantaged', 'Socio-Economically Disadvantaged', 'Socioeconomic Disadvantage', 'SED', 'Low Income', 'Low Income Status', 'Disadvantaged', 'Economic Status'],
		perhaps: ['Poverty', 'Socio Economic Status', 'SES', 'Direct Certification', 'Directly Certified'],
	},
	{
		column: 'ext.migrant_status',
		names: ['Migrant Status', 'Migrant', 'Is Migrant', 'Migrant Flag', 'Migrant Indicator', 'Migrant Student', 'Migratory', 'Migratory Status', 'Migratory Student', 'Migrant Program', 'Migrant YN', 'Migrant Ed', 'Migrant Education', 'Migrant Education Program'],
	},
	{
		column: 'ext.title_i',
		names: ['Title I', 'Title 1', 'Title I Status', 'Title 1 Status', 'Title I Indicator', 'Title 1 Indicator', 'Title I Flag', 'Title 1 Flag', 'Title I Part A', 'Title 1 Part A', 'Title I Served', 'Title I Student', 'Receives Title I', 'Receives Title I Services', 'Title I Services', 'Title I Participant'],
		perhaps: ['Title I Program', 'Title I School', 'Title I Eligible', 'Title I Math', 'Title I Reading'],
	},
];
