import { CompletionItemKind, type Position } from 'vscode-languageserver-types';
import type { Checker } from '../../check/live/checker';
import { fieldText } from '../../csv/quote';
import { rangeOf } from '../../csv/ranges';
import { QUOTED } from '../../csv/scan';
import { joinMarkdown, labelText, type MarkdownText, markdownText } from '../../safeText';
import { type Element, findElement, type Option } from '../../spec';
import { distinctLabel } from '../../wording';
import { locate } from '../locate';
import { cedsLine, describeElement, sourceMarkdown } from '../markdown';
import type { ShownCompletion, ShownCompletionList } from '../shownTypes';
import { MAX_FILTER_TEXT, matchedText, type Offered } from './filterText';

/** One item, before it is fitted to what is typed. */
interface Choice {
	readonly value: string;
	readonly label: string;
	/** Undefined if the label says it. */
	readonly meaning: string | undefined;
	/** The words by which it is found. */
	readonly words: readonly string[];
	readonly documentation: MarkdownText;
}

/**
 * In a value the codes of its column, in the header the columns that are missing. Each item replaces the whole field.
 * Editors filter by the text before the cursor: each item has the words by which it is found as its filter text or,
 * where all are offered and the typed text matches none, the typed text itself, so that all are shown.
 */
export function completion(checker: Checker, position: Position, offered: Offered): ShownCompletionList {
	const { document } = checker;
	const { record, field, declared, offset } = locate(checker, position);
	const range = rangeOf(checker, field);
	if (range.start.line !== range.end.line || offset < field.start) return { isIncomplete: false, items: [] };
	const choices = record === 0 ? columnChoices(checker, field.value) : codeChoices(declared?.element);
	const typed = document.slice(field.start, offset);
	const filterTextOf = offered === 'all' ? filterTexts(choices, typed) : filterTextIn(typed);
	const wasQuoted = (field.flags & QUOTED) !== 0;
	const items = choices.flatMap((choice, index): ShownCompletion[] => {
		const { value, label, meaning, documentation } = choice;
		const filterText = filterTextOf(choice);
		if (filterText === undefined) return [];
		const item: ShownCompletion = {
			label: labelText(label),
			labelDetails: meaning ? { description: labelText(meaning) } : undefined,
			kind: record === 0 ? CompletionItemKind.Field : CompletionItemKind.EnumMember,
			sortText: String(index).padStart(4, '0'),
			filterText,
			detail: meaning === undefined ? undefined : labelText(meaning),
			documentation: { kind: 'markdown', value: documentation },
			textEdit: { range, newText: fieldText(value, wasQuoted) },
		};
		return [item];
	});
	return { isIncomplete: true, items };
}

/** The filter text of a choice; undefined if the choice is not to be offered. */
type FilterTextOf = (choice: Choice) => string | undefined;

function filterTextIn(typed: string): FilterTextOf {
	return ({ words }) => matchedText(words, typed);
}

/** The filter texts of choices of which each is to be shown, or each that the typed text matches. */
function filterTexts(choices: readonly Choice[], typed: string): FilterTextOf {
	const bare = typed.replace(/^"/, '').toLowerCase();
	const matches = (word: string): boolean =>
		word.toLowerCase().startsWith(bare) || word.toLowerCase().includes(` ${bare}`);
	const anyMatches = choices.some(({ words }) => words.some(matches));
	if (!anyMatches && typed !== '') return () => typed.slice(0, MAX_FILTER_TEXT);
	const quote = typed.startsWith('"') ? '"' : '';
	// Editors read only the beginning of a filter text.
	return ({ words }) => quote + words.toSorted((a, b) => Number(matches(b)) - Number(matches(a))).join(' ');
}

function codeChoices(element: Element | undefined): readonly Choice[] {
	const set = element?.optionSet;
	if (!element || !set) return [];
	return set.options.map((option) => ({
		value: option.code,
		label: option.code,
		meaning: distinctLabel(option) || option.definition,
		words: wordsOf(option),
		documentation: joinMarkdown(
			[
				markdownText(option.definition ?? distinctLabel(option)),
				cedsLine(element),
				sourceMarkdown(set.source),
			],
			'\n\n',
		),
	}));
}

function wordsOf({ code, label, meantBy = [], iso639 = [] }: Option): readonly string[] {
	return [...new Set([code, label, ...meantBy, ...iso639])];
}

function columnChoices({ table, layout }: Checker, current: string): readonly Choice[] {
	const currentElement = findElement(table, current);
	return table.elements
		.filter((element) => layout.indexOf(element.column) < 0 || element === currentElement)
		.map((element) => ({
			value: element.column,
			label: element.column,
			meaning: element.title,
			words: [element.column, element.title],
			documentation: describeElement(element),
		}));
}
