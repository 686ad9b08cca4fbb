import type { AmbiguousValue, Element, Option, OptionSet } from '../../spec';
import { ambiguity, optionMeant, optionSpelled } from '../../spec/meaning';
import { amplifyArticle } from '../../spec/sources';
import { codeWithLabel, shown } from '../../wording';
import { type Fix, setValue } from '../fix';
import type { FieldRule } from '../rule';
import { optionsLike, optionsNear } from '../suggest';
import type { Row } from '../views';

export const unknownCode: FieldRule = {
	id: 'field/unknown-code',
	severity: 'error',
	title: 'The value is not a code of its column',
	why: 'Clever passes it on unchanged, and the category is missing from the report.',
	source: amplifyArticle,
	example: { table: 'students.csv', bad: { Gender: 'Female' }, good: { Gender: 'F' } },

	appliesTo: (element) => element?.optionSet !== undefined,
	checkField({ element, value, column }) {
		const set = element?.optionSet;
		if (!set || optionSpelled(set, value)) return undefined;
		const meant = optionMeant(set, value);
		const open = meant ? undefined : ambiguity(set, value);
		const options = open ? optionsOf(set, open) : suggestions(set, value, meant);
		return {
			message: `"${shown(value)}" is not a code of ${element.column}. ${wayOut(element, meant ? [meant] : options, open)}`,
			fixes: (row) => [
				...options.map((option) =>
					setValue(`Use ${codeWithLabel(option)}`, column, option.code, option === meant),
				),
				...(open?.belongsIn ? moveTo(open.belongsIn, element, column, row) : []),
			],
		};
	},
};

/** What the value means first, then what is spelled like it. */
function suggestions(set: OptionSet, value: string, meant: Option | undefined): readonly Option[] {
	if (!meant) return optionsNear(set, value);
	return [meant, ...optionsLike(set, value).filter((option) => option !== meant)].slice(0, 3);
}

function optionsOf(set: OptionSet, open: AmbiguousValue): readonly Option[] {
	return set.options.filter((option) => open.codes.includes(option.code));
}

function wayOut(element: Element, options: readonly Option[], open: AmbiguousValue | undefined): string {
	if (open?.belongsIn) {
		return `${open.meaning} Write ${open.belongsIn.code} in ${open.belongsIn.column}, and the race, if it is known, in ${element.column}.`;
	}
	const names = options.map(codeWithLabel).join(' or ');
	if (open) return `${open.meaning} Use ${names}.`;
	if (names) return `Use ${names}.`;
	const codes = element.optionSet?.options.map((option) => option.code) ?? [];
	const shown = codes.length > 15 ? `${codes.slice(0, 8).join(', ')} …` : codes.join(', ');
	return `Its codes are ${shown}; or leave the field empty.`;
}

/** Two fields at once, and only where that overwrites nothing. */
function moveTo(
	target: NonNullable<AmbiguousValue['belongsIn']>,
	element: Element,
	column: number,
	row: Row,
): readonly Fix[] {
	const there = row.value(target.column);
	if (there === undefined || (there !== '' && there !== target.code)) return [];
	return [
		{
			id: `move-to:${target.column}`,
			title: `Write ${target.code} in ${target.column} and empty ${element.column}`,
			steps: [
				{ kind: 'value', column, value: '' },
				{ kind: 'value', column: row.column(target.column), value: target.code },
			],
		},
	];
}
