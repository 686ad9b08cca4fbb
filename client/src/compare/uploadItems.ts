import type { Uri } from 'vscode';
import { iconText, type LabelText, labelText } from '../../../server/src/safeText';
import { baseName } from '../files/fileKinds';
import { placeForPeople } from '../import/exportFile';
import type { PickItem } from '../ui/quickPick';
import { dayOf, dayToday } from './datedFiles';
import type { EarlierUpload } from './earlierUploads';
import { uploadOrder } from './uploadOrder';

/** An item of the list of earlier uploads: files to compare with, or another way to choose them. */
export interface UploadItem extends PickItem {
	readonly files?: readonly Uri[];
	readonly choose?: 'file' | 'folder';
}

/** What a person can compare with: what was chosen last, then what was found, that of today last, then a dialog. */
export function uploadItems(found: readonly EarlierUpload[], last: readonly Uri[]): readonly UploadItem[] {
	const today = dayToday(new Date());
	const isLast = ({ files }: EarlierUpload): boolean =>
		files.length === last.length && files.every((uri) => last.some((other) => other.path === uri.path));
	const chosen = last.length > 0 ? (found.find(isLast) ?? uploadOf(last)) : undefined;
	const others = found.filter((upload) => upload !== chosen);
	return [
		...uploadOrder(others, chosen, today).map((upload) =>
			itemOf(
				upload,
				upload.day === today
					? labelText('saved today')
					: upload === chosen
						? labelText('Last choice')
						: undefined,
			),
		),
		{ label: iconText`$(file) Choose a File…`, choose: 'file' },
		{ label: iconText`$(folder-opened) Choose a Folder…`, choose: 'folder' },
	];
}

/** Files that were chosen in a dialog. */
function uploadOf(files: readonly Uri[]): EarlierUpload {
	return { files, folder: undefined, day: dayOf(baseName(files[0]?.path ?? '')), isCopy: false };
}

function itemOf(
	{ files, folder }: Pick<EarlierUpload, 'files' | 'folder'>,
	description?: LabelText,
): UploadItem {
	const names = files.map(({ path }) => baseName(path)).join(' and ');
	const [first] = files;
	const place = placeForPeople(folder ?? (first as Uri));
	return {
		label: folder
			? iconText`$(folder) ${labelText(baseName(folder.path))}`
			: iconText`$(file) ${labelText(names)}`,
		...(description && { description }),
		detail: labelText(folder ? `${names} in ${place}` : place),
		files,
	};
}
