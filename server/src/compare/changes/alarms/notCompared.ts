import { maybeUnderAnotherName } from '../../../rules/header/lookalikes';
import { countOf, formatNumber, wordList } from '../../../wording';
import type { ChangeFacts, LackFacts, UnmatchedFacts } from '../changeFacts';
import type { ChangeAlarm } from '../changesTypes';

/** One alarm for each file or column that one side lacks, never one for each student. */
export function notCompared({ lacking, unmatched }: ChangeFacts): readonly ChangeAlarm[] {
	const alarms = lacking.map(
		(lack): ChangeAlarm => ({
			id: lack.side === 'after' && lack.values > 0 ? 'category-emptied' : 'not-compared',
			message: messageOf(lack),
			...(lack.column !== undefined && { column: lack.column }),
			fileName: lack.fileName,
			count: lack.values,
		}),
	);
	const ofIds = unmatched.map((facts): ChangeAlarm => {
		const message = unmatchedMessage(facts);
		return { id: 'not-compared', message, fileName: facts.fileName, count: facts.rows - facts.found };
	});
	return [...ofIds, ...alarms];
}

function unmatchedMessage(facts: UnmatchedFacts): string {
	const { side, fileName, key, main, found, rows, onlyZeros, otherColumn } = facts;
	const few = found === 0 ? 'None of the' : `Only ${formatNumber(found)} of the`;
	const what = `${few} ${countOf(rows, 'ID')} in ${fileName} ${found === 0 ? 'is' : 'are'} in ${main.fileName} on the ${side === 'before' ? 'old' : 'new'} side, so its columns are not compared.`;
	if (onlyZeros) {
		return `${what} Only the leading zeros differ: format ${key} and ${main.primaryKey} as text where you export.`;
	}
	if (otherColumn !== undefined) {
		return `${what} They are in ${otherColumn} of ${main.fileName}. Export the ${main.primaryKey} as ${key}.`;
	}
	return `${what} Check that both files have the same kind of ID and are of the same export.`;
}

function messageOf({ side, fileName, column, values, lookalikes, twice }: LackFacts): string {
	if (twice) {
		const columns = wordList(twice.map((index) => `${index + 1}`));
		const name = side === 'before' ? 'old' : 'new';
		return `${fileName} of the ${name} side has ${column} ${twice.length === 2 ? 'twice' : 'several times'}, in columns ${columns}, so it is not compared. Remove or rename all but one.`;
	}
	const what = column === undefined ? fileName : `${column} in ${fileName}`;
	const likely = lookalikes.length > 0 ? maybeUnderAnotherName(lookalikes) : undefined;
	if (side === 'before') {
		return `The old side has no ${what}, so it is not compared. ${likely ?? 'Compare with an upload that has it.'}`;
	}
	const lost = values > 0 ? `, and ${countOf(values, 'student')} had a value in it` : '';
	return `The new side has no ${what}${lost}. It is not compared. ${likely ?? `Add the ${column === undefined ? 'file' : 'column'} before you upload.`}`;
}
