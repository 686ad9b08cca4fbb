import assert from 'node:assert/strict';
import type { CheckOutput } from '../../../server/src/cli/formats/checkOutput';
import { hostileResult, printed, resultOf } from './support';

const content = `School_id,Student_id,Last_name,First_name,Gender,Password
5,1,Reyes,Ana,Female,=1
5,2,Boone,Lee,Male,hunter2"
5,3,Voss,Ida,Female,x

`;

describe('CLI: statistics', () => {
	it('count every finding by rule, column and value', async () => {
		const result = await resultOf({ 'students.csv': content });
		const json: CheckOutput = JSON.parse(printed('json', result, { hasStatistics: true }));
		assert.deepEqual(json.statistics, [
			{
				path: 'students.csv',
				rule: 'csv/quote-in-field',
				title: 'A value contains a quote but is not quoted',
				severity: 'error',
				column: 'Password',
				count: 1,
			},
			{
				path: 'students.csv',
				rule: 'csv/blank-line',
				title: 'The row is empty',
				severity: 'warning',
				column: null,
				count: 1,
			},
			{
				path: 'students.csv',
				rule: 'field/unknown-code',
				title: 'The column has no such code',
				severity: 'error',
				column: 'Gender',
				count: 3,
				values: [
					{ value: 'Female', count: 2 },
					{ value: 'Male', count: 1 },
				],
			},
		]);
		const lines = printed('jsonl', result, { hasStatistics: true }).trimEnd().split('\n');
		assert.deepEqual(JSON.parse(lines.at(-1) ?? '').statistics, json.statistics);
	});

	it('add up to the summary, and are missing where nobody asks', async () => {
		const result = await hostileResult();
		const json: CheckOutput = JSON.parse(
			printed('json', result, { hasStatistics: true, isRedacted: true, isQuiet: true }),
		);
		const sum = (severity: string): number =>
			(json.statistics ?? [])
				.filter((each) => each.severity === severity)
				.reduce((all, { count }) => all + count, 0);
		const { errors, warnings, information, hints } = json.summary;
		assert.deepEqual(['error', 'warning', 'information', 'hint'].map(sum), [
			errors,
			warnings,
			information,
			hints,
		]);
		assert.ok((json.statistics ?? []).every((each) => !('values' in each)));
		assert.equal('statistics' in JSON.parse(printed('json', result)), false);
	});

	it('are a table in text, most frequent first, with the program below', async () => {
		const text = printed('text', await resultOf({ 'students.csv': content }), { hasStatistics: true });
		const lines = text.split('\n');
		const start = lines.indexOf('students.csv: findings by rule, column and value');
		assert.deepEqual(lines.slice(start + 1, -2), [
			'3  error    field/unknown-code  Gender',
			'     2 × "Female"',
			'     1 × "Male"',
			'1  error    csv/quote-in-field  Password',
			'1  warning  csv/blank-line',
		]);
		assert.match(lines.at(-2) ?? '', /^clever-demographics [\d.]+, rules of 20\d\d-\d\d, CEDS V14$/);
	});

	it('have no control character on a terminal', async () => {
		const text = printed('text', await hostileResult(), { hasStatistics: true });
		assert.doesNotMatch(text, /(?!\n)\p{Cc}|\u202e/u);
	});
});
