/**
 * Every rule by its kind. To add one: its file, and a line here. The order counts for rules on fields: a field gets the
 * finding of the first that reports any.
 */

import { blankLine } from './csv/blankLine';
import { byteOrderMark } from './csv/byteOrderMark';
import { crLineBreaks } from './csv/crLineBreaks';
import { delimiter } from './csv/delimiter';
import { emptyFile } from './csv/emptyFile';
import { encoding } from './csv/encoding';
import { fieldCount } from './csv/fieldCount';
import { mixedLineBreaks } from './csv/mixedLineBreaks';
import { mojibake } from './csv/mojibake';
import { quoteInField } from './csv/quoteInField';
import { swallowedRows } from './csv/swallowedRows';
import { textAfterQuote } from './csv/textAfterQuote';
import { unclosedQuote } from './csv/unclosedQuote';
import { conflictingValue } from './dataset/conflictingValue';
import { ideaWithoutIep } from './dataset/ideaWithoutIep';
import { iepWithoutIdea } from './dataset/iepWithoutIdea';
import { unknownStudent } from './dataset/unknownStudent';
import { codeLabel } from './field/codeLabel';
import { codeSpelling } from './field/codeSpelling';
import { emptyKey } from './field/emptyKey';
import { formula } from './field/formula';
import { hiddenCharacter } from './field/hiddenCharacter';
import { mangledId } from './field/mangledId';
import { nullWord } from './field/nullWord';
import { outerBlank } from './field/outerBlank';
import { tooLong } from './field/tooLong';
import { unknownCode } from './field/unknownCode';
import { unlistedCode } from './field/unlistedCode';
import { name } from './file/name';
import { duplicateElement } from './header/duplicateElement';
import { missingElement } from './header/missingElement';
import { missingKey } from './header/missingKey';
import { missingRequired } from './header/missingRequired';
import { spelling } from './header/spelling';
import { twinElement } from './header/twinElement';
import { unknownElement } from './header/unknownElement';
import { ideaWithoutDisability } from './record/ideaWithoutDisability';
import { ideaWithoutType } from './record/ideaWithoutType';
import { notAStudent } from './record/notAStudent';
import { repeatedHeader } from './record/repeatedHeader';
import { typeWithoutIdea } from './record/typeWithoutIdea';
import type {
	FieldRule,
	FileRule,
	HeaderRule,
	KeyRule,
	LostLettersRule,
	RecordRule,
	Rule,
	StructureRule,
	StudentCountRule,
	StudentRule,
} from './rule';
import { conflictingRows } from './table/conflictingRows';
import { duplicateKey } from './table/duplicateKey';

/** The rules on a file's name and bytes. */
export const fileRules: readonly FileRule[] = [name, byteOrderMark, mixedLineBreaks, crLineBreaks];
/** The rules on the header. */
export const headerRules: readonly HeaderRule[] = [
	emptyFile,
	encoding,
	mojibake,
	delimiter,
	missingKey,
	missingRequired,
	duplicateElement,
	unknownElement,
	spelling,
	twinElement,
	missingElement,
	hiddenCharacter,
];
/** The rules on rows that are no students: asked before those on commas and quotes, which such a row need not have. */
export const noStudentRules: readonly StructureRule[] = [repeatedHeader, notAStudent];
/** The rules on the commas and quotes of a record. */
export const structureRules: readonly StructureRule[] = [
	unclosedQuote,
	swallowedRows,
	textAfterQuote,
	quoteInField,
	blankLine,
	fieldCount,
];
/** The rules on letters that were lost when the file was decoded. */
export const lostLettersRules: readonly LostLettersRule[] = [encoding];
/** The rules on one field, in the order in which they are asked: the first that reports a problem is the only one. */
export const fieldRules: readonly FieldRule[] = [
	emptyKey,
	mojibake,
	hiddenCharacter,
	nullWord,
	codeSpelling,
	codeLabel,
	unlistedCode,
	unknownCode,
	outerBlank,
	mangledId,
	formula,
	tooLong,
];
/** The rules on the fields of one record. */
export const recordRules: readonly RecordRule[] = [
	ideaWithoutType,
	typeWithoutIdea,
	ideaWithoutDisability,
	ideaWithoutIep,
];
/** The rules on the rows of one key. */
export const keyRules: readonly KeyRule[] = [duplicateKey, conflictingRows];
/** The rules on a student in both files. */
export const studentRules: readonly StudentRule[] = [unknownStudent, conflictingValue, ideaWithoutIep];
/** The rules that count students. */
export const studentCountRules: readonly StudentCountRule[] = [iepWithoutIdea];

/** All rules, each once. */
export const rules: readonly Rule[] = [
	...new Set<Rule>([
		...fileRules,
		...headerRules,
		...noStudentRules,
		...structureRules,
		...lostLettersRules,
		...fieldRules,
		...recordRules,
		...keyRules,
		...studentRules,
		...studentCountRules,
	]),
];

export type { Rule } from './rule';

/** Whether a rule judges single fields. */
export function isFieldRule(rule: Rule): rule is FieldRule {
	return 'checkField' in rule;
}

/** The rule with an ID; undefined for an unknown ID. */
export function ruleById(id: string): Rule | undefined {
	return rules.find((rule) => rule.id === id);
}
