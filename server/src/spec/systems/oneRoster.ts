import { oneRosterCsv } from './systemSources';
import type { ExportSystem, SystemHeader } from './types';

/** The columns of users.csv. Version 1.2 has the roles in a file of their own, and one school in `primaryOrgSourcedId`. */
// biome-ignore format: one column, one line
const users: readonly SystemHeader[] = [
	{ element: 'Last_name', names: ['familyName'], isCertain: true },
	{ element: 'First_name', names: ['givenName'], isCertain: true },
	{ element: 'Middle_name', names: ['middleName'], isCertain: true },
	{ element: 'Grade', names: ['grades'], isCertain: true },
	{ element: 'School_id', names: ['primaryOrgSourcedId', 'orgSourcedIds'], isCertain: true },
	{ element: 'Student_email', names: ['email'], isCertain: true },
	{ element: 'Username', names: ['username'], isCertain: true },
	{ element: 'Student_number', names: ['identifier'], isCertain: false, note: 'The number that people use in one district, another one elsewhere.' },
];

/** OneRoster: demographics.csv, with the names of the students in users.csv. */
// biome-ignore format: one column, one line
export const oneRoster: ExportSystem = {
	name: 'OneRoster',
	headers: [
		...users,
		{ element: 'Gender', names: ['sex'], isCertain: true },
		{ element: 'DOB', names: ['birthDate'], isCertain: true },
		{ element: 'Hispanic_Latino', names: ['hispanicOrLatinoEthnicity'], isCertain: true },
	],
	marks: { all: ['sourcedId'], any: ['americanIndianOrAlaskaNative', 'blackOrAfricanAmerican', 'nativeHawaiianOrOtherPacificIslander', 'demographicRaceTwoOrMoreRaces', 'hispanicOrLatinoEthnicity', 'countryOfBirthCode', 'stateOfBirthAbbreviation', 'publicSchoolResidenceStatus', 'enabledUser', 'familyName', 'givenName', 'agentSourcedIds'] },
	certainId: 'sourcedId',
	codeTables: ['OneRoster 1.2 sex'],
	leftOut: { header: 'status', values: ['tobedeleted'] },
	companion: { fileName: 'users.csv', key: 'sourcedId', students: { header: 'role', values: ['student'] }, headers: users },
	source: oneRosterCsv,
};
