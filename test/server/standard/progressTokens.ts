type Id = number | string;

interface Tokens {
	readonly workDoneToken?: Id;
	readonly partialResultToken?: Id;
}

/** The tokens under which a server may report progress: those of requests that are not answered, and its own. */
export class ProgressTokens {
	readonly #partial = new Map<Id, string>();
	/** Whether the work of each token has begun. */
	readonly #work = new Map<Id, boolean>();

	/** Follows a request: a client's brings tokens, and a server's may make one. */
	request(side: 'client' | 'server', method: string, params: unknown): void {
		if (method === 'window/workDoneProgress/create') this.#work.set((params as { token: Id }).token, false);
		if (side === 'server') return;
		const { workDoneToken, partialResultToken } = tokensOf(params);
		if (workDoneToken !== undefined) this.#work.set(workDoneToken, false);
		if (partialResultToken !== undefined) this.#partial.set(partialResultToken, method);
	}

	/** Follows an answer: the tokens of its request are void. */
	answered(asker: 'client' | 'server', params: unknown): void {
		if (asker === 'server') return;
		const { workDoneToken, partialResultToken } = tokensOf(params);
		if (workDoneToken !== undefined) this.#work.delete(workDoneToken);
		if (partialResultToken !== undefined) this.#partial.delete(partialResultToken);
	}

	/** The method of the request that has a token for its partial results. */
	partialResultOf(token: Id): string | undefined {
		return this.#partial.get(token);
	}

	/** What is wrong with a report of progress. */
	*workFaults(token: Id, value: unknown): Iterable<string> {
		const hasBegun = this.#work.get(token);
		if (hasBegun === undefined) {
			yield `the token ${token} belongs to nothing`;
			return;
		}
		const { kind, title, percentage } = (value ?? {}) as Readonly<Record<string, unknown>>;
		if (kind !== 'begin' && kind !== 'report' && kind !== 'end') yield `a value of kind ${kind}`;
		if ((kind === 'begin') === hasBegun) yield `${kind} where the work has ${hasBegun ? '' : 'not '}begun`;
		if (kind === 'begin' && typeof title !== 'string') yield 'work without a title';
		if (percentage !== undefined && !isPercentage(percentage)) yield `a percentage of ${percentage}`;
		if (kind === 'end') this.#work.delete(token);
		else this.#work.set(token, true);
	}
}

function tokensOf(params: unknown): Tokens {
	return typeof params === 'object' && params !== null ? (params as Tokens) : {};
}

function isPercentage(value: unknown): boolean {
	return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 100;
}
