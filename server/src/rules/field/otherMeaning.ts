import type { OptionSet } from '../../spec';
import { columnsWithWord } from '../../spec/knownWords';
import { languageByIsoCode, languageNamed } from '../../spec/languages';
import { normalizedValue } from '../../spec/meaning';
import { shown } from '../../wording';

/**
 * What a value is that has no meaning in its column: a language outside the list, an ISO 639 code of one, or a value of
 * another column. One sentence for people; undefined for a word that is not known.
 */
export function otherMeaning(set: OptionSet, value: string): string | undefined {
	const ofLanguages = set.options.some(({ iso639 }) => iso639 !== undefined);
	const word = normalizedValue(value);
	const columns = columnsWithWord(word);
	const language = languageNamed(word);
	if (language && ofLanguages) return `${language} is a language, but it is not in Amplify's list.`;
	// "no" is a code of ISO 639-1 too, but here it is the word.
	const coded =
		ofLanguages && (columns.length === 0 || word.length === 3) ? languageByIsoCode(word) : undefined;
	if (coded) return `It is the ISO 639 code of ${coded}, which is not in Amplify's list.`;
	const [first, ...others] = columns;
	if (first) return `It is a value of ${shown(first)}${others.length > 0 ? ' and other columns' : ''}.`;
	return language && `${language} is a language.`;
}
