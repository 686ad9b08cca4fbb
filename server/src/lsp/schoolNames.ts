import { NO_NAMES, readSchoolNames, type SchoolNames } from '../coverage/schoolNames';
import { CsvDocument } from '../csv/document';
import { schoolsFile } from '../spec/schoolsFile';
import { inSlices } from '../work/slices';
import type { HandlerContext } from './handlers/context';

/** The names are read once for each text of the file. */
const namesOf = new WeakMap<CsvDocument, Promise<SchoolNames | undefined>>();

/** The names of the schools in the folder of a file; none where schools.csv is missing or cannot be read. */
export async function schoolNames(
	{ siblings }: Pick<HandlerContext, 'siblings'>,
	uri: string,
): Promise<SchoolNames> {
	const { fileName } = schoolsFile;
	const file = await siblings.disk.read(uri, { fileName, languageId: 'csv' });
	if (!(file instanceof CsvDocument)) return NO_NAMES;
	const names = namesOf.get(file) ?? inSlices(readSchoolNames(file), () => false);
	namesOf.set(file, names);
	return (await names) ?? NO_NAMES;
}
