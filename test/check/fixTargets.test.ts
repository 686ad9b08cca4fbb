import assert from 'node:assert/strict';
import { fixesOf, offsetEditsOf } from '../../server/src/check/fixes/fixEdits';
import { CsvDocument } from '../../server/src/csv/document';
import { rules } from '../../server/src/rules';
import { exampleText } from '../../server/src/rules/example';
import { applied, checkerOf } from '../support/checking';

/** The records of a text, each with its values. */
function recordsOf(text: string): readonly (readonly string[])[] {
	const document = new CsvDocument('file:///a.csv', '', 1, text);
	document.readAll();
	return Array.from({ length: document.recordCount }, (_, record) =>
		document.fieldsOf(record).map(({ value }) => value),
	);
}

describe('the fixes of', () => {
	for (const rule of rules) {
		const { bad, table, sibling } = rule.example;
		const text = exampleText(bad, table);

		it(`${rule.id} change nothing outside of their target`, () => {
			const checker = checkerOf(table, text, {}, { sibling });
			checker.run();
			for (const finding of checker.findings()) {
				for (const fix of fixesOf(checker, finding)) {
					const edits = offsetEditsOf(checker.document, finding.record, fix);
					const { target } = fix;
					if (target.kind === 'file') continue;
					const { start, end } = checker.document.recordSpan(finding.record);
					// The last record goes with the line break before it.
					assert.ok(
						edits.every((edit) => edit.start >= start - 2 && edit.end <= end),
						fix.id,
					);
					if (target.kind !== 'field') continue;
					const before = recordsOf(text);
					const expected = before.map((values, record) =>
						record === finding.record ? values.with(target.column, target.newValue) : values,
					);
					assert.deepEqual(recordsOf(applied(text, edits)), expected, fix.id);
				}
			}
		});
	}
});
