import fc from 'fast-check';
import { Random } from '../csv/random';

/** Pseudorandom numbers that are written down, so that the same case can be drawn again, and then a smaller one. */
class RecordedRandom extends Random {
	/** The numbers so far. */
	readonly choices: number[] = [];

	override next(): number {
		const choice = super.next();
		this.choices.push(choice);
		return choice;
	}
}

/** Repeats choices, and once they have run out takes the first of whatever there is to choose from. */
class RepeatedRandom extends Random {
	#at = 0;

	constructor(private readonly choices: readonly number[]) {
		super(0);
	}

	override next(): number {
		return this.choices[this.#at++] ?? 0;
	}
}

/**
 * Cases drawn by a function that takes any `Random`. A case is shrunk by fewer and lower choices: the first of a list,
 * the shortest text. The function must end when each choice is the first.
 */
export class DrawnCase<T> extends fc.Arbitrary<T> {
	constructor(private readonly draw: (random: Random) => T) {
		super();
	}

	override generate(source: fc.Random): fc.Value<T> {
		const random = new RecordedRandom(source.nextInt());
		return new fc.Value(this.draw(random), random.choices);
	}

	/** A case of the corpus is as small as it gets: nobody knows by which choices it would be drawn. */
	override canShrinkWithoutContext(value: unknown): value is T {
		return value === undefined;
	}

	override shrink(_: T, choices: unknown): fc.Stream<fc.Value<T>> {
		if (!Array.isArray(choices)) return fc.Stream.nil();
		return new fc.Stream(smaller(choices)).map(
			(fewer) => new fc.Value(this.draw(new RepeatedRandom(fewer)), fewer),
		);
	}
}

/** Lists with some choices left out, then with some replaced by the first, then with single ones halved. */
function* smaller(choices: readonly number[]): Generator<number[], void> {
	for (let size = choices.length; size >= 1; size = Math.floor(size / 2)) {
		for (let at = 0; at < choices.length; at += size) yield choices.toSpliced(at, size);
	}
	for (let size = choices.length; size >= 1; size = Math.floor(size / 2)) {
		for (let at = 0; at < choices.length; at += size) {
			const replaced = choices.slice(at, at + size);
			if (replaced.some((choice) => choice > 0)) yield choices.toSpliced(at, size, ...replaced.map(() => 0));
		}
	}
	for (const [at, choice] of choices.entries()) if (choice > 0.001) yield choices.with(at, choice / 2);
}
