import type { SchoolNames } from '../schoolNames';

/** Longer names are not published, in UTF-16 units. */
const MAX_LENGTH = 100;
/** Letters, digits and what stands between them in the name of a school: no list, no note and nothing that could be markup. */
const PLAIN = /^[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd} .'’&-]*$/u;
/** A number that is longer may be an ID, and three may be a date or a telephone number. */
const LONG_NUMBER = /\p{Nd}{4}|\p{Nd}(?:\P{Nd}+\p{Nd}+){2}/u;
/** One of these words is in the names of most schools, and in those of few persons. */
const SCHOOL_WORD =
	/(?<![\p{L}\p{M}])(?:academ(?:y|ies)|campus|center|charter|college|elementary|escuela|high|institute|intermediate|kindergarten|magnet|middle|montessori|preschool|primary|school)(?![\p{L}\p{M}])/iu;

/**
 * The names that may be published, by School_id. A file of another kind may have taken the place of schools.csv, so a
 * name is published only where the file has one row for each school, as a file of students has not; where no other
 * school has the name; and where it has a word that says that it is a school, as a person's name has not. For every
 * other school the ID alone is published. No count has any part in this.
 */
export function publicNames({ byId, isSound }: SchoolNames): ReadonlyMap<string, string> {
	if (!isSound) return new Map();
	const uses = new Map<string, number>();
	for (const name of byId.values()) {
		const key = name.toLowerCase();
		uses.set(key, (uses.get(key) ?? 0) + 1);
	}
	return new Map(
		[...byId].filter(
			([, name]) =>
				name.length <= MAX_LENGTH &&
				PLAIN.test(name) &&
				!LONG_NUMBER.test(name) &&
				SCHOOL_WORD.test(name) &&
				uses.get(name.toLowerCase()) === 1,
		),
	);
}
