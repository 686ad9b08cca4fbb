import { isObject, setting } from './declaration';

/** From where on a difference between two uploads is an alarm. */
export interface AlarmThresholds {
	/** More than this percent of the students are gone. */
	readonly studentsGone: number;
	/** More than this percent of the students with a value in a category have none anymore. */
	readonly categoryEmptied: number;
	/** At least so many students changed from one code to the same other one … */
	readonly flippedStudents: number;
	/** … and at least this percent of those who had the first code. */
	readonly flippedShare: number;
}

const defaults: AlarmThresholds = {
	studentsGone: 10,
	categoryEmptied: 10,
	flippedStudents: 10,
	flippedShare: 90,
};

const percent = { minimum: 0, maximum: 100 };

const descriptions: Readonly<Record<keyof AlarmThresholds, string>> = {
	studentsGone: 'An alarm if more than this percent of the students are gone.',
	categoryEmptied:
		'An alarm if more than this percent of the students with a value in a category have none anymore.',
	flippedStudents: 'An alarm if at least this many students changed from one code to the same other one…',
	flippedShare: '…and if they are at least this percent of the students who had the first code.',
};

/** From where on the comparison of two uploads raises an alarm. Only the person's own settings count. */
export const compareAlarms = setting<AlarmThresholds>({
	docs: 'When *Compare with the Last Upload…* raises an alarm: `studentsGone`, `categoryEmptied` and `flippedShare` in percent, `flippedStudents` in students. The settings of a folder cannot change it. The command line reads it with `--settings`.',
	default: defaults,
	schema: () => ({
		type: 'object',
		properties: Object.fromEntries(
			keys.map((key) => [
				key,
				{
					...(key === 'flippedStudents' ? { type: 'integer', minimum: 1 } : { type: 'number', ...percent }),
					default: defaults[key],
					description: descriptions[key],
				},
			]),
		),
		additionalProperties: false,
	}),
	affectsCheck: false,
	restricted: false,
	scope: 'application',
	read: (input, base) => {
		const given = isObject(input) ? input : {};
		const valid = keys.filter((key) => Object.hasOwn(given, key) && isThreshold(key, given[key]));
		return { ...base, ...Object.fromEntries(valid.map((key) => [key, given[key]])) };
	},
});

const keys = Object.keys(defaults) as readonly (keyof AlarmThresholds)[];

function isThreshold(key: keyof AlarmThresholds, value: unknown): boolean {
	if (typeof value !== 'number' || !Number.isFinite(value)) return false;
	if (key === 'flippedStudents') return Number.isInteger(value) && value >= 1;
	return value >= percent.minimum && value <= percent.maximum;
}
