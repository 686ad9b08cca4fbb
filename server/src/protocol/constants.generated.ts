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
	{ column: 'Student_id', kind: 'id', headers: ['studentid', 'sisid', 'sisstudentid', 'studentsisid', 'sisnumber', 'sisuserid', 'stuid', 'studentdcid', 'studentsdcid', 'dcid', 'studentpersonid', 'personid', 'studentgu', 'permid', 'permanentid', 'nameid', 'pupilid', 'id'] },
	{ column: 'Student_number', kind: 'id', headers: ['studentnumber', 'studentno', 'stunum', 'studentnum', 'localstudentnumber', 'studentlocalid', 'localstudentid', 'localid', 'districtstudentid', 'districtlocalid', 'lasid', 'pupilnumber', 'stdidlocal'] },
	{ column: 'State_id', kind: 'id', headers: ['stateid', 'statestudentid', 'statestudentnumber', 'statenumber', 'studentstateid', 'stateidentifier', 'ssid', 'sasid', 'statetestingid', 'statereportingid', 'calpadsid', 'statewidestudentid', 'statewideid', 'stdidstate', 'statereportid', 'externalssid'] },
	{ column: 'School_id', kind: 'id', headers: ['schoolid', 'schoolnumber', 'schoolno', 'schoolnum', 'schoolcode', 'enrollschoolid', 'buildingcode', 'buildingid', 'entityid', 'entity', 'sc', 'sitecode', 'siteid', 'organizationcode', 'leaschoolcode', 'schnumber', 'schoolguid', 'sklschoolid', 'schoollocalid'] },
	{ column: 'Last_name', kind: 'other', headers: ['lastname', 'studentlastname', 'surname', 'familyname', 'legallastname', 'lname', 'ln', 'lastorsurname'] },
	{ column: 'First_name', kind: 'other', headers: ['firstname', 'studentfirstname', 'givenname', 'legalfirstname', 'fname', 'fn'] },
	{ column: 'Middle_name', kind: 'other', headers: ['middlename', 'studentmiddlename', 'legalmiddlename', 'middle', 'mname', 'mn'] },
	{ column: 'Grade', kind: 'other', headers: ['grade', 'gradelevel', 'currentgrade', 'studentgrade', 'gradecode', 'grd', 'gr', 'gradelvl', 'stdgradelevel', 'enrollmentgrade', 'gradelevelwhenassessed'] },
	{ column: 'DOB', kind: 'other', headers: ['dob', 'birthdate', 'dateofbirth', 'birthday', 'studentdob', 'bd', 'psndob'] },
	{ column: 'Graduation_year', kind: 'other', headers: ['graduationyear', 'gradyear', 'classof', 'schedyearofgraduation', 'yearofgraduation', 'cohortyear', 'gradyr'] },
	{ column: 'Student_street', kind: 'other', headers: ['studentstreet', 'street', 'address', 'homestreet', 'streetaddress', 'homeaddress', 'studentaddress', 'addressline1', 'ad'] },
	{ column: 'Student_city', kind: 'other', headers: ['studentcity', 'city', 'homecity', 'cy'] },
	{ column: 'Student_state', kind: 'other', headers: ['studentstate', 'state', 'homestate', 'st'] },
	{ column: 'Student_zip', kind: 'other', headers: ['studentzip', 'zip', 'zipcode', 'postalcode', 'homezip', 'zc'] },
	{ column: 'Student_email', kind: 'other', headers: ['studentemail', 'email', 'emailaddress', 'studentemailaddress', 'schoolemail', 'sem'] },
	{ column: 'Gender', kind: 'category', headers: ['gender', 'sex', 'studentgender', 'gendercode', 'sexcode', 'legalgender', 'studentsex', 'legalsex', 'genderdescription', 'sx', 'gn', 'psngendercode', 'sexlabel', 'sexdescriptor', 'birthsexdescriptor'] },
	{ column: 'Race', kind: 'category', headers: ['race', 'racecode', 'studentrace', 'racedescription', 'primaryrace', 'federalrace', 'fedrace', 'raceethnicity', 'raceethnicitycode', 'ethnicity', 'ethniccode', 'ethnicitycode', 'ethnicgroup', 'federalracecode', 'federalraceethnicity', 'reportingethnicity', 'schedulingreportingethnicity', 'ethnicitydescription', 'resolvedraceethnicity', 'ethnicityrace', 'racialethniccode', 'racialethnicgroup', 'reportingrace', 'federalreportingrace', 'aggregaterace', 'race1', 'racecd', 'studentraceracecd', 'raceethnicityfed', 'race1code', 'racecode1', 'rc1', 'psnraceview', 'regethnicityethniccode', 'racedescriptor'] },
	{ column: 'Hispanic_Latino', kind: 'category', headers: ['hispaniclatino', 'hispanic', 'latino', 'hispanicorlatino', 'ishispanic', 'hispanicindicator', 'hispanicflag', 'hispanicyn', 'hispanicethnicity', 'hispaniclatinoethnicity', 'hispaniclatinoindicator', 'hispanicorlatinoethnicity', 'hispanicorigin', 'hispanicorlatinoorigin', 'latinohispanic', 'fedethnicity', 'federalethnicity', 'ethnicityhispanic', 'eth', 'ethnichispanic', 'stueth', 'psnhispaniclatinoind', 'regpersonalhispanic', 'ethnicityhispanicorlatinolabel', 'ethnicityhispaniclatino'] },
	{ column: 'Home_language', kind: 'category', headers: ['homelanguage', 'homelang', 'language', 'primarylanguage', 'homelanguagecode', 'primaryhomelanguage', 'languagespokenathome', 'languageathome', 'languageusedathome', 'homelanguagedescription', 'languagecode', 'hl', 'leplanghome', 'homeprimarylanguage', 'stuhl', 'homelanguagesurveyhomelanguagecode', 'homelanguagesurveyprimarylanguagecode', 'stdhomelanguagecode', 'languagelabel', 'languagedescriptor'] },
	{ column: 'Ell_status', kind: 'category', headers: ['ellstatus', 'ell', 'el', 'englishlearner', 'englishlanguagelearner', 'englishlearnerstatus', 'elstatus', 'isell', 'isel', 'ellflag', 'elflag', 'ellindicator', 'lep', 'lepstatus', 'lepindicator', 'limitedenglishproficient', 'limitedenglishproficiency', 'ellyn', 'currentel', 'esl', 'emergentbilingual', 'ebel', 'eleb', 'elllep', 'lepell', 'elell', 'multilinguallearner', 'mll', 'flaglep', 'englishlanguagelearnerpk12label', 'limitedenglishproficiencydescriptor'] },
	{ column: 'Frl_status', kind: 'category', headers: ['frlstatus', 'frl', 'lunchstatus', 'freereduced', 'freereducedlunch', 'freeorreducedlunch', 'freeandreducedlunch', 'frlcode', 'lunchcode', 'luncheligibility', 'mealstatus', 'mealeligibility', 'mealeligibilitystatus', 'mealcode', 'foodserviceeligibility', 'frameligibility', 'freereducedpricemeals', 'frpm', 'frm', 'nslp', 'frpl', 'freereducedpricelunch', 'freeorreducedpricelunch', 'frlunch', 'mealbenefit', 'mealbenefitstatus', 'luncheligibilitystatus', 'lunchprogramcode', 'frmcode', 'freereducedstatus', 'freereducedmealstatus', 'nationalschoollunchprogram', 'frleligibility', 'poseligeligibility', 'freereducedmealsprogramlabel', 'schoolfoodserviceprogramservicedescriptor', 'schoolfoodserviceseligibilitydescriptor'] },
	{ column: 'IEP_status', kind: 'category', headers: ['iepstatus', 'iep', 'hasiep', 'iepflag', 'iepindicator', 'isiep', 'iepyn', 'activeiep', 'individualizededucationprogram', 'individualizededucationplan', 'individualeducationprogram', 'individualeducationplan', 'currentiep', 'oniep'] },
	{ column: 'ext.idea_indicator', kind: 'category', headers: ['extideaindicator', 'ideaindicator', 'idea', 'ideastatus', 'ideaflag'] },
	{ column: 'ext.disability_status', kind: 'category', headers: ['extdisabilitystatus', 'disabilitystatus', 'disability', 'disabled', 'hasdisability', 'disabilityindicator', 'disabilityflag', 'studentwithadisability'] },
	{ column: 'ext.primary_disability_type', kind: 'category', headers: ['extprimarydisabilitytype', 'primarydisabilitytype', 'primarydisability', 'primarydisabilitycode', 'disabilitytype', 'disabilitycode', 'primaryexceptionality', 'primaryhandicappingcondition', 'primaryareaofdisability', 'ideadisabilitytype', 'disabilitycategory', 'primarydisabilitycategory', 'disabilityprimary', 'disability1', 'primaryimpairment', 'primaryeligibility', 'di', 'activeenrollmentdisability1', 'csedi', 'speddisability', 'disabilitydescriptor', 'specificdisability', 'specdisab'] },
	{ column: 'ext.section_504_status', kind: 'category', headers: ['extsection504status', 'section504status', 'section504', '504', '504plan', '504status', 'has504', 'has504plan', '504flag', '504indicator', 'section504plan', 'section504indicator', 'is504', 'active504', 'current504', '504accommodationplan', 'section504accommodationplan', 'plan504', 'sec504'] },
	{ column: 'ext.economic_disadvantage_status', kind: 'category', headers: ['exteconomicdisadvantagestatus', 'economicdisadvantagestatus', 'economicdisadvantage', 'economicallydisadvantaged', 'economicdisadvantaged', 'econdisadvantaged', 'econdisadv', 'ecodis', 'economicallydisadvantagedstatus', 'economicallydisadvantagedindicator', 'socioeconomicallydisadvantaged', 'socioeconomicdisadvantage', 'sed', 'lowincome', 'lowincomestatus', 'disadvantaged', 'economicstatus', 'economicdisadvcode'] },
	{ column: 'ext.migrant_status', kind: 'category', headers: ['extmigrantstatus', 'migrantstatus', 'migrant', 'ismigrant', 'migrantflag', 'migrantindicator', 'migrantstudent', 'migratory', 'migratorystatus', 'migratorystudent', 'migrantprogram', 'migrantyn', 'migranted', 'migranteducation', 'migranteducationprogram'] },
	{ column: 'ext.title_i', kind: 'category', headers: ['exttitlei', 'titlei', 'title1', 'titleistatus', 'title1status', 'titleiindicator', 'title1indicator', 'titleiflag', 'title1flag', 'titleiparta', 'title1parta', 'titleiserved', 'titleistudent', 'receivestitlei', 'receivestitleiservices', 'titleiservices', 'titleiparticipant'] },
];

/** The encodings in which exports are written, each with its name for people. */
export const encodings = {
	'utf-8': 'UTF-8',
	'utf-16le': 'UTF-16',
	'utf-16be': 'UTF-16, big-endian',
	'windows-1252': 'Windows-1252 (Western European)',
	'macintosh': 'Mac Roman',
	'iso-8859-15': 'ISO 8859-15 (Western European)',
	'windows-1250': 'Windows-1250 (Central European)',
	'iso-8859-2': 'ISO 8859-2 (Central European)',
	'iso-8859-3': 'ISO 8859-3 (South European)',
	'iso-8859-4': 'ISO 8859-4 (Baltic)',
	'iso-8859-10': 'ISO 8859-10 (Nordic)',
	'iso-8859-13': 'ISO 8859-13 (Baltic)',
	'iso-8859-14': 'ISO 8859-14 (Celtic)',
	'iso-8859-16': 'ISO 8859-16 (Romanian)',
	'windows-1251': 'Windows-1251 (Cyrillic)',
	'iso-8859-5': 'ISO 8859-5 (Cyrillic)',
	'koi8-r': 'KOI8-R (Russian)',
	'koi8-u': 'KOI8-U (Ukrainian)',
	'windows-1253': 'Windows-1253 (Greek)',
	'iso-8859-7': 'ISO 8859-7 (Greek)',
	'windows-1254': 'Windows-1254 (Turkish)',
	'windows-1255': 'Windows-1255 (Hebrew)',
	'iso-8859-8': 'ISO 8859-8 (Hebrew)',
	'windows-1256': 'Windows-1256 (Arabic)',
	'iso-8859-6': 'ISO 8859-6 (Arabic)',
	'windows-1257': 'Windows-1257 (Baltic)',
	'windows-1258': 'Windows-1258 (Vietnamese)',
	'windows-874': 'Windows-874 (Thai)',
	'shift_jis': 'Shift-JIS (Japanese)',
	'euc-jp': 'EUC-JP (Japanese)',
	'gbk': 'GBK (Simplified Chinese)',
	'gb18030': 'GB18030 (Simplified Chinese)',
	'big5': 'Big5 (Traditional Chinese)',
	'euc-kr': 'EUC-KR (Korean)',
} as const;

/** What separates two values of an export, each with its name for people. */
export const delimiters = {
	',': 'commas',
	';': 'semicolons',
	'\t': 'tabs',
	'|': 'bars',
	'^': 'carets',
	'#!#': '#!#',
} as const;
