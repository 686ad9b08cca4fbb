import { fieldText } from '../../csv/quote';
import { FAULTY, MULTILINE, QUOTED } from '../../csv/scan';
import type { Fix } from '../../rules/fix';
import type { Problem } from '../../rules/rule';
import { FieldReader } from '../fieldReader';
import { type FixedFile, type Problematic, proposalsOf } from './fixEdits';
import type { FixAllFile } from './fixRecord';
import { NewKeys } from './newKeys';
import { outcomeOf, type Proof, proofOf, provenAs } from './proveFix';
import { openRecordsAbove, recordContext } from './recordContext';

/** Fixes whose proofs are kept: the rows of one value may each need another one. */
const MAX_PROOFS = 1000;

/** What is proposed for a problem in every row that has it. */
interface Proposals {
	readonly problem: Problem;
	readonly fixes: readonly Fix[];
	/** Those of them that are proven, in a plain row; undefined where that must be asked row by row. */
	proven?: readonly Fix[];
}

/** A fix, and what reading a plain row again after it shows. */
interface ProvenFix {
	readonly fix: Fix;
	readonly proof: Proof;
}

/**
 * The fixes of many findings on one value of a column that are applied together, as `fixesOf` gives them for each, but
 * so that no two rows get the key of the other. A fix that does no more than to write plain values reads the same in
 * each plain row, so that one proof answers for all of them.
 */
export class AlikeFixes {
	readonly #reader: FieldReader;
	/** By the id of a fix. */
	readonly #proofs = new Map<string, ProvenFix>();
	#proposals: Proposals | undefined;
	/** The file with the rows in it whose preferred fixes give them new keys. */
	readonly #file: FixedFile;
	readonly #newKeys: NewKeys | undefined;

	/** @param column of the findings, 0-based. The file must not change meanwhile. */
	constructor(
		file: FixedFile & FixAllFile,
		private readonly column: number,
	) {
		this.#reader = new FieldReader(file.document);
		this.#newKeys = column === file.layout.keyIndex ? new NewKeys(file) : undefined;
		this.#file = this.#newKeys ? { ...this.#newKeys.file, document: file.document } : file;
	}

	/**
	 * The proven fixes of a finding, the preferred one first. Findings must come once each, in the order of the file: of
	 * rows that would get the same key, the first gets it.
	 */
	of(finding: Problematic): readonly Fix[] {
		const fixes = this.#provenFixes(finding);
		const [best] = fixes;
		if (this.#newKeys && best?.preferred) this.#takeKey(this.#newKeys, finding.record, best);
		return fixes;
	}

	#provenFixes(finding: Problematic): readonly Fix[] {
		const proposals = this.#proposalsOf(finding);
		if (proposals.fixes.length === 0) return [];
		const { record } = finding;
		if (!this.#isPlain(record))
			return proposals.fixes.flatMap((fix) => provenAs(fix, this.#proof(fix, record)));
		if (proposals.proven) return proposals.proven;
		const proven = proposals.fixes.flatMap((fix) => provenAs(fix, this.#plainProof(fix, record)));
		if (proposals.fixes.every((fix) => this.#isPlainFix(fix))) proposals.proven = proven;
		return proven;
	}

	#takeKey(keys: NewKeys, record: number, fix: Fix): void {
		const context = recordContext(this.#file.document, record);
		keys.add(context, outcomeOf(this.#file, context, [fix]).edits);
	}

	#proposalsOf(finding: Problematic): Proposals {
		if (this.#proposals?.problem === finding.problem) return this.#proposals;
		let readsOthers = false;
		const fixes = proposalsOf(this.#file, finding, (column) => {
			if (column !== this.column) readsOthers = true;
			return this.#reader.valueAt(finding.record, column);
		});
		const proposals = { problem: finding.problem, fixes };
		this.#proposals = readsOthers ? undefined : proposals;
		return proposals;
	}

	#proof(fix: Fix, record: number): Proof {
		return proofOf(this.#file, recordContext(this.#file.document, record), fix);
	}

	#plainProof(fix: Fix, record: number): Proof {
		if (!this.#isPlainFix(fix)) return this.#proof(fix, record);
		const known = this.#proofs.get(fix.id);
		if (known && hasSameSteps(known.fix, fix)) return known.proof;
		const { proof, findings } = outcomeOf(this.#file, recordContext(this.#file.document, record), [fix]);
		if (this.#proofs.size === MAX_PROOFS) this.#proofs.clear();
		const hasErrors = findings.some(
			({ severity, column }) => severity === 'error' && columnsOf(fix).includes(column),
		);
		// Whether an error is new depends on what a field held, which is the same in all rows for the one at hand only.
		if (!hasErrors || columnsOf(fix).every((column) => column === this.column))
			this.#proofs.set(fix.id, { fix, proof });
		return proof;
	}

	/** Whether a fix writes nothing but values that need no quotes into fields. A key may be that of another row. */
	#isPlainFix({ steps }: Fix): boolean {
		return steps.every(
			(step) =>
				step.kind === 'value' &&
				step.column !== this.#file.layout.keyIndex &&
				fieldText(step.value) === step.value,
		);
	}

	/** Whether a row can be read, ends with its line, and no open quote above reaches into it. */
	#isPlain(record: number): boolean {
		const { document, layout } = this.#file;
		if (record === 0) return false;
		const { count, allFlags } = this.#reader.read(record);
		if (count < 2 || count !== layout.columns.length || allFlags & (FAULTY | MULTILINE)) return false;
		return !(allFlags & QUOTED) || openRecordsAbove(document, record).length === 0;
	}
}

function columnsOf({ steps }: Fix): readonly number[] {
	return steps.flatMap((step) => (step.kind === 'value' ? [step.column] : []));
}

/** Whether two fixes write the same values into the same columns. */
function hasSameSteps(one: Fix, other: Fix): boolean {
	if (one.steps === other.steps) return true;
	return (
		one.steps.length === other.steps.length &&
		one.steps.every((step, at) => {
			const same = other.steps[at];
			if (step.kind !== 'value' || same?.kind !== 'value') return false;
			return step.column === same.column && step.value === same.value;
		})
	);
}
