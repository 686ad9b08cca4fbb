/** What a person has decided about an export, step by step. */

import type { ExportFormat, Mapping } from '../../../server/src/protocol';
import { withDecision } from './decisions';
import type { ImportDecision } from './messages';

/** Decisions that can be undone, on top of what a mapping file or a backup holds. */
export class DecisionSteps {
	#steps: readonly ImportDecision[] = [];
	/** The steps that are saved; undefined where a backup holds more than any file. */
	#saved: readonly ImportDecision[] | undefined;
	#base: Mapping | undefined;
	#current: Mapping | undefined;

	/** @param backup the decisions of a backup; undefined if there is none. */
	constructor(backup: Mapping | undefined) {
		this.#base = backup;
		this.#current = backup;
		this.#saved = backup ? undefined : this.#steps;
	}

	/** All decisions: another object after each change. Undefined while there are none. */
	get current(): Mapping | undefined {
		return this.#current;
	}

	/** Where the steps stand, for `setSaved`. */
	get position(): readonly ImportDecision[] {
		return this.#steps;
	}

	/** Whether there are steps that are not saved, or saved ones that are undone. */
	get isDirty(): boolean {
		const saved = this.#saved;
		return saved?.length !== this.#steps.length || this.#steps.some((step, at) => step !== saved?.[at]);
	}

	/** Whether a person has decided no more than how to read the export, so that a mapping file takes nothing away. */
	get isOpenToMapping(): boolean {
		return this.#saved !== undefined && this.#steps.every(({ kind }) => kind === 'format');
	}

	/** How the steps say that the export is read. */
	get format(): ExportFormat {
		return Object.assign({}, ...this.#steps.map((step) => (step.kind === 'format' ? step.format : {})));
	}

	/** Adds a step. Every step is an object of its own. */
	add(step: ImportDecision): void {
		this.#set([...this.#steps, step]);
	}

	/** Undoes a step, whatever a mapping file has brought meanwhile. */
	remove(step: ImportDecision): void {
		this.#set(this.#steps.filter((each) => each !== step));
	}

	/** Puts the steps on top of what a mapping file holds. */
	rebase(mapping: Mapping): void {
		this.#base = mapping;
		this.#set(this.#steps);
	}

	/** Remembers that the steps up to a position are saved. */
	setSaved(position: readonly ImportDecision[]): void {
		this.#saved = position;
	}

	/** Forgets everything. */
	clear(): void {
		this.#base = undefined;
		this.#set([]);
		this.#saved = this.#steps;
	}

	#set(steps: readonly ImportDecision[]): void {
		this.#steps = steps;
		const isEmpty = steps.length === 0;
		this.#current = isEmpty ? this.#base && { ...this.#base } : steps.reduce(withDecision, this.#base ?? {});
	}
}
