/** Written by `npm run generate` for the client, which must not import the folders that declare these values. */

/** The part of every setting's key before the first dot. */
export const settingsSection = 'cleverDemographics';

/** The keys of the settings that findings depend on, without the section. */
export const checkSettings: readonly string[] = ['rules', 'acceptedValues', 'notSent'];

/** The kind of the code action that applies every preferred fix of a file. */
export const fixAllKind = 'source.fixAll.clever-demographics';

/** The rules whose findings an editor fades, since the text can be removed without a loss. */
export const unnecessaryRules: readonly string[] = ['record/repeated-header', 'csv/blank-line'];

/** The title of each rule, by its id. */
export const ruleTitles: Readonly<Record<string, string>> = {
	'file/name': 'The file name is not the one that Clever expects',
	'csv/byte-order-mark': 'The file starts with a byte order mark',
	'csv/mixed-line-breaks': 'The rows end in different line breaks',
	'csv/cr-line-breaks': 'The rows end in CR alone',
	'csv/empty-file': 'The file has no header',
	'csv/encoding': 'The file is not UTF-8',
	'csv/mojibake': 'Accented letters were read in the wrong encoding',
	'csv/delimiter': 'The columns are not separated by commas',
	'header/missing-key': 'The ID column is missing',
	'header/missing-required': 'A required column is missing',
	'header/duplicate-element': 'The column appears twice',
	'header/unknown-element': 'The column is not known',
	'header/spelling': 'The column name is spelled differently',
	'header/twin-element': 'Amplify reads an extension column instead of this one',
	'header/missing-element': 'A report category has no column',
	'field/hidden-character': 'The value has a character that cannot be seen, or that only looks right',
	'record/repeated-header': 'The header appears again among the rows',
	'record/not-a-student': 'The row is not a student',
	'csv/unclosed-quote': 'A quote is never closed',
	'csv/swallowed-rows': 'A value may contain whole rows',
	'csv/text-after-quote': 'Text follows a closing quote',
	'csv/quote-in-field': 'A value contains a quote but is not quoted',
	'csv/blank-line': 'The row is empty',
	'csv/field-count': 'The row has too many or too few values',
	'field/empty-key': 'The ID is missing',
	'field/null-word': 'A word is used where the field should be empty',
	'field/code-spelling': 'The code is spelled differently',
	'field/code-label': 'A label is used where the code is expected',
	'field/unlisted-code': 'Clever knows the value, and Amplify\'s list does not have it',
	'field/unknown-code': 'The column has no such code',
	'field/outer-blank': 'An ID has spaces around it',
	'field/mangled-id': 'Excel changed the ID',
	'field/formula': 'A spreadsheet would run the value as a formula',
	'field/too-long': 'The value is longer than 255 characters',
	'record/idea-without-type': 'IDEA is Yes, but no disability type is given',
	'record/type-without-idea': 'A disability type is given, but IDEA is No',
	'record/idea-without-disability': 'IDEA is Yes, but the disability status is No',
	'dataset/idea-without-iep': 'IDEA is Yes, but IEP_status is N',
	'table/duplicate-key': 'The ID appears twice',
	'table/conflicting-rows': 'Rows of one student disagree',
	'dataset/unknown-student': 'The student is not in students.csv',
	'dataset/conflicting-value': 'The two files disagree about a student',
	'dataset/iep-without-idea': 'Students with an IEP have no Yes in ext.idea_indicator',
};

/** The column of a mapping that names the student. */
export const keyColumn = 'Student_id';

/** A column of ours by which an export is recognized. */
export interface ExportColumn {
	readonly column: string;
	readonly kind: 'id' | 'category' | 'other';
	/** The headers that exports have for it: letters and digits only, in lower case. */
	readonly headers: readonly string[];
}

/** The columns of ours that exports have, the student ID first. */
export const exportColumns: readonly ExportColumn[] = [
	{ column: 'Student_id', kind: 'id', headers: ['studentid', 'sisid', 'sisstudentid', 'studentsisid', 'sisnumber', 'sisuserid', 'stuid', 'studentdcid', 'studentsdcid', 'dcid', 'studentpersonid', 'personid', 'personguid', 'studentprimaryid', 'studentiddistrictid', 'studentgu', 'permid', 'permanentid', 'nameid', 'pupilid', 'id'] },
	{ column: 'Student_number', kind: 'id', headers: ['studentnumber', 'studentno', 'stunum', 'studentnum', 'localstudentnumber', 'studentlocalid', 'localstudentid', 'localid', 'districtstudentid', 'districtlocalid', 'stdidlocal', 'lasid', 'pupilnumber'] },
	{ column: 'State_id', kind: 'id', headers: ['stateid', 'statestudentid', 'statestudentnumber', 'statenumber', 'studentstateid', 'stateidentifier', 'ssid', 'sasid', 'statetestingid', 'statereportingid', 'calpadsid', 'statewidestudentid', 'statewideid', 'stdidstate', 'statereportid', 'externalssid'] },
	{ column: 'School_id', kind: 'id', headers: ['schoolid', 'schoolnumber', 'schoolno', 'schoolnum', 'schoolcode', 'enrollschoolid', 'buildingcode', 'buildingid', 'entityid', 'entity', 'sc', 'sitecode', 'siteid', 'organizationcode', 'schnumber', 'leaschoolcode', 'schoolguid', 'sklschoolid', 'schoollocalid'] },
	{ column: 'Last_name', kind: 'other', headers: ['lastname', 'studentlastname', 'surname', 'familyname', 'legallastname', 'lname', 'ln'] },
	{ column: 'First_name', kind: 'other', headers: ['firstname', 'studentfirstname', 'givenname', 'legalfirstname', 'fname', 'fn'] },
	{ column: 'Middle_name', kind: 'other', headers: ['middlename', 'studentmiddlename', 'legalmiddlename', 'middle', 'mname', 'mn'] },
	{ column: 'Grade', kind: 'other', headers: ['grade', 'gradelevel', 'currentgrade', 'studentgrade', 'gradecode', 'grd', 'gr', 'gradelvl', 'enrollmentgrade', 'stdgradelevel'] },
	{ column: 'DOB', kind: 'other', headers: ['dob', 'birthdate', 'dateofbirth', 'birthday', 'studentdob', 'psndob', 'bd'] },
	{ column: 'Graduation_year', kind: 'other', headers: ['graduationyear', 'gradyear', 'classof', 'schedyearofgraduation', 'yearofgraduation', 'cohortyear', 'gradyr'] },
	{ column: 'Student_street', kind: 'other', headers: ['studentstreet', 'street', 'address', 'homestreet', 'streetaddress', 'homeaddress', 'studentaddress', 'addressline1', 'ad'] },
	{ column: 'Student_city', kind: 'other', headers: ['studentcity', 'city', 'homecity', 'cy'] },
	{ column: 'Student_state', kind: 'other', headers: ['studentstate', 'state', 'homestate', 'st'] },
	{ column: 'Student_zip', kind: 'other', headers: ['studentzip', 'zip', 'zipcode', 'postalcode', 'homezip', 'zc'] },
	{ column: 'Student_email', kind: 'other', headers: ['studentemail', 'email', 'emailaddress', 'studentemailaddress', 'schoolemail', 'sem'] },
	{ column: 'Gender', kind: 'category', headers: ['gender', 'sex', 'studentgender', 'gendercode', 'sexcode', 'legalgender', 'studentsex', 'genderdescription', 'sexlabel', 'psngendercode', 'sx', 'gn'] },
	{ column: 'Race', kind: 'category', headers: ['race', 'racecode', 'studentrace', 'racedescription', 'primaryrace', 'federalrace', 'fedrace', 'raceethnicity', 'raceethnicitycode', 'ethnicity', 'ethniccode', 'ethnicitycode', 'ethnicgroup', 'raceethnicityfed', 'federalracecode', 'federalraceethnicity', 'reportingethnicity', 'schedulingreportingethnicity', 'ethnicitydescription', 'racecd', 'resolvedraceethnicity', 'race1', 'race1code', 'racecode1', 'psnraceview', 'rc1'] },
	{ column: 'Hispanic_Latino', kind: 'category', headers: ['hispaniclatino', 'hispanic', 'latino', 'hispanicorlatino', 'ishispanic', 'hispanicindicator', 'hispanicflag', 'hispanicyn', 'hispanicethnicity', 'hispaniclatinoethnicity', 'hispaniclatinoindicator', 'hispanicorlatinoethnicity', 'fedethnicity', 'federalethnicity', 'ethnicityhispanic', 'ethnichispanic', 'ethnicityhispaniclatino', 'ethnicityhispanicorlatinolabel', 'psnhispaniclatinoind', 'eth'] },
	{ column: 'Home_language', kind: 'category', headers: ['homelanguage', 'homelang', 'language', 'primarylanguage', 'homelanguagecode', 'homeprimarylanguage', 'primaryhomelanguage', 'languagespokenathome', 'homelanguagedescription', 'languagecode', 'languagelabel', 'stdhomelanguagecode', 'leplanghome', 'homelanguagesurveyhomelanguagecode', 'homelanguagesurveyprimarylanguagecode', 'correspondencelanguage', 'hl'] },
	{ column: 'Ell_status', kind: 'category', headers: ['ellstatus', 'ell', 'el', 'englishlearner', 'englishlanguagelearner', 'englishlearnerstatus', 'elstatus', 'isell', 'isel', 'ellflag', 'elflag', 'ellindicator', 'lep', 'lepstatus', 'lepindicator', 'limitedenglishproficient', 'limitedenglishproficiency', 'ellyn', 'currentel', 'esl', 'flaglep', 'englishlanguagelearnerpk12label', 'emergentbilingual', 'multilinguallearner', 'mll'] },
	{ column: 'Frl_status', kind: 'category', headers: ['frlstatus', 'frl', 'lunchstatus', 'freereduced', 'freereducedlunch', 'freeorreducedlunch', 'freeandreducedlunch', 'frlcode', 'lunchcode', 'luncheligibility', 'mealstatus', 'mealeligibility', 'mealeligibilitystatus', 'mealcode', 'foodserviceeligibility', 'frameligibility', 'freereducedpricemeals', 'frpm', 'frm', 'nslp', 'freereducedstatus', 'freereducedmealstatus', 'nationalschoollunchprogram', 'frleligibility', 'poseligeligibility', 'freereducedmealsprogramlabel'] },
	{ column: 'IEP_status', kind: 'category', headers: ['iepstatus', 'iep', 'hasiep', 'iepflag', 'iepindicator', 'isiep', 'iepyn', 'activeiep', 'individualizededucationprogram', 'currentiep'] },
	{ column: 'ext.idea_indicator', kind: 'category', headers: ['extideaindicator', 'ideaindicator', 'idea', 'ideastatus', 'ideaeligible', 'ideaflag'] },
	{ column: 'ext.disability_status', kind: 'category', headers: ['extdisabilitystatus', 'disabilitystatus', 'disability', 'disabled', 'hasdisability', 'disabilityindicator', 'disabilityflag', 'studentwithadisability', 'ada', 'adastatus'] },
	{ column: 'ext.primary_disability_type', kind: 'category', headers: ['extprimarydisabilitytype', 'primarydisabilitytype', 'primarydisability', 'primarydisabilitycode', 'disabilitytype', 'disabilitycode', 'primaryexceptionality', 'primaryhandicappingcondition', 'primaryareaofdisability', 'ideadisabilitytype', 'disabilitycategory', 'primarydisabilitycategory', 'disability1', 'primaryimpairment', 'primaryeligibility', 'specificdisability', 'specdisab', 'speddisability', 'di'] },
	{ column: 'ext.section_504_status', kind: 'category', headers: ['extsection504status', 'section504status', 'section504', '504', '504plan', '504status', 'has504', 'has504plan', '504flag', '504indicator', 'section504plan', 'section504indicator', 'is504', 'active504', 'plan504', 'sec504'] },
	{ column: 'ext.economic_disadvantage_status', kind: 'category', headers: ['exteconomicdisadvantagestatus', 'economicdisadvantagestatus', 'economicdisadvantage', 'economicallydisadvantaged', 'economicdisadvantaged', 'econdisadvantaged', 'econdisadv', 'ecodis', 'economicallydisadvantagedstatus', 'economicallydisadvantagedindicator', 'socioeconomicallydisadvantaged', 'sed', 'lowincome', 'lowincomestatus', 'disadvantaged', 'economicstatus', 'economicdisadvcode', 'poverty'] },
	{ column: 'ext.migrant_status', kind: 'category', headers: ['extmigrantstatus', 'migrantstatus', 'migrant', 'ismigrant', 'migrantflag', 'migrantindicator', 'migrantstudent', 'migratory', 'migratorystatus', 'migrantyn', 'migranted', 'migranteducation', 'migranteducationprogram'] },
	{ column: 'ext.title_i', kind: 'category', headers: ['exttitlei', 'titlei', 'title1', 'titleistatus', 'title1status', 'titleiindicator', 'title1indicator', 'titleiflag', 'title1flag', 'titleiparta', 'title1parta', 'titleiserved', 'titleistudent', 'receivestitlei', 'receivestitleiservices'] },
];

/** The encodings in which exports are written, each with its name for people. */
export const encodings = {
	'utf-8': 'UTF-8',
	'utf-16le': 'UTF-16',
	'utf-16be': 'UTF-16, big-endian',
	'windows-1252': 'Windows-1252',
} as const;

/** What separates two values of an export, each with its name for people. */
export const delimiters = {
	',': 'commas',
	';': 'semicolons',
	'\t': 'tabs',
	'|': 'bars',
} as const;
