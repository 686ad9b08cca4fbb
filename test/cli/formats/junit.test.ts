import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { validateXML } from 'xmllint-wasm';
import { rules } from '../../../server/src/rules';
import { hostileResult, printed, resultOf } from './support';

const xsd = readFileSync(join(__dirname, '../../fixtures/formats/junit.xsd'), 'utf8');

async function assertValid(xml: string): Promise<void> {
	const { valid, errors } = await validateXML({
		xml: [{ fileName: 'junit.xml', contents: xml }],
		schema: [xsd],
	});
	assert.ok(valid, errors.map(({ message }) => message).join('\n'));
}

/** The attributes of each element of a name, as an XML reader has them. */
function elementsIn(xml: string, name: string): readonly Readonly<Record<string, string>>[] {
	const found: Record<string, string>[] = [];
	const parser = new SaxesParser();
	parser.on('error', (error) => assert.fail(error));
	parser.on('opentag', (tag) => {
		if (tag.name === name) found.push({ ...(tag.attributes as Record<string, string>) });
	});
	parser.write(xml).close();
	return found;
}

describe('CLI: JUnit', () => {
	it('is what the schema of Jenkins accepts, whatever a file holds', async () => {
		const hostile = await hostileResult();
		for (const isRedacted of [false, true]) await assertValid(printed('junit', hostile, { isRedacted }));
		const none = { reports: [], folders: [], settingsFiles: [] };
		await assertValid(printed('junit', none));
		await assertValid(printed('junit', { ...none, failures: ['a]]>\0\ud800.csv: it is a folder'] }));
	});

	it('has a test for each rule of each file, and fails those with errors', async () => {
		const content = 'School_id,Student_id,Last_name,First_name,Gender\n5,1,Reyes,Ana,Female\n5,2,Poe,Max,f\n';
		const xml = printed('junit', await resultOf({ 'students.csv': content }));
		const [suites] = elementsIn(xml, 'testsuites');
		assert.deepEqual([suites?.tests, suites?.failures, suites?.errors], [String(rules.length), '1', '0']);
		const [suite] = elementsIn(xml, 'testsuite');
		assert.deepEqual(
			[suite?.name, suite?.tests, suite?.failures],
			['students.csv', String(rules.length), '1'],
		);
		assert.equal(elementsIn(xml, 'testcase').length, rules.length);
		assert.deepEqual(elementsIn(xml, 'failure'), [
			{ type: 'error', message: 'The column has no such code (1)' },
		]);
		assert.ok(xml.includes('2:15 error Gender has no code &#34;Female&#34;. Use F (Female).\n</failure>'));
		assert.ok(xml.includes('<system-out>3:13 warning Gender has &#34;f&#34; instead of the code F.'));
		const properties = Object.fromEntries(
			elementsIn(xml, 'property').map(({ name, value }) => [name, value]),
		);
		assert.equal(properties.cedsVersion, 'V14');
		assert.match(properties.rulesDate ?? '', /^20\d\d-\d\d$/);
	});

	it('has what could not be checked as errors', () => {
		const none = { reports: [], folders: [], settingsFiles: [] };
		const xml = printed('junit', { ...none, failures: ['a.csv: it is a folder'] });
		assert.deepEqual(
			elementsIn(xml, 'testsuites').map(({ tests, errors }) => [tests, errors]),
			[['1', '1']],
		);
		assert.equal(elementsIn(xml, 'error')[0]?.message, 'a.csv: it is a folder');
	});
});
