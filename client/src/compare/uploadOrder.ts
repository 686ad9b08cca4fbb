/** What the order of earlier uploads depends on. */
export interface OrderedUpload {
	/** As `DatedNames` has it. */
	readonly day: number;
	/** Whether *Save a Dated Copy* made it. */
	readonly isCopy: boolean;
}

/**
 * The order in which earlier uploads are offered: what was chosen last, unless a copy of a later day is there, then the
 * others as they are. What has the date of today comes last: it is most likely what the person is about to upload.
 */
export function uploadOrder<T extends OrderedUpload>(
	others: readonly T[],
	last: T | undefined,
	today: number,
): readonly T[] {
	const isOfToday = ({ day }: T): boolean => day === today;
	const isNewer = (upload: T): boolean =>
		upload.isCopy && !isOfToday(upload) && last !== undefined && last.day > 0 && upload.day > last.day;
	const all = [
		...others.filter(isNewer),
		...(last ? [last] : []),
		...others.filter((upload) => !isNewer(upload)),
	];
	return [...all.filter((upload) => !isOfToday(upload)), ...all.filter(isOfToday)];
}
