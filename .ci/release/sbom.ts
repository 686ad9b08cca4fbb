/** The software bill of materials: CycloneDX, as the reference library writes and validates it. */

import { Contrib, Enums, Models, Serialize, Spec, Validation } from '@cyclonedx/cyclonedx-library';
import type { BundledPackage } from './bundled';

/** What a package says of itself in its package.json. */
export interface PackageFacts {
	readonly name: string;
	readonly version: string;
	readonly license: string;
	readonly description: string;
	/** Its address of its own kind: `pkg:npm/…` or `pkg:vscode-extension/…`. */
	readonly purl: string;
}

/**
 * The bill of one of our packages, as JSON. It has no serial number and the time of the sources, so that two builds give
 * the same bytes.
 *
 * @param time of the sources, in seconds since 1970.
 */
export async function sbomOf(
	facts: PackageFacts,
	packages: readonly BundledPackage[],
	time: number,
): Promise<string> {
	const application = component(facts, Enums.ComponentType.Application, facts.purl);
	application.description = facts.description;
	const bom = new Models.Bom({
		metadata: new Models.Metadata({ component: application, timestamp: new Date(time * 1000) }),
	});
	for (const each of packages) {
		const purl = `pkg:npm/${each.name.replace('@', '%40')}@${each.version}`;
		const library = component(each, Enums.ComponentType.Library, purl);
		bom.components.add(library);
		application.dependencies.add(library.bomRef);
	}
	const version = Spec.Spec1dot6;
	const json = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(version)).serialize(bom, {
		sortLists: true,
		space: '\t',
	});
	const problems = await new Validation.JsonStrictValidator(version.version).validate(json);
	if (problems !== null) throw new Error(`The SBOM is not valid: ${JSON.stringify(problems)}`);
	return `${json}\n`;
}

const licenses = new Contrib.License.Factories.LicenseFactory(() => {});

function component(
	{ name, version, license }: Pick<PackageFacts, 'name' | 'version' | 'license'>,
	type: Enums.ComponentType,
	purl: string,
): Models.Component {
	const made = new Models.Component(type, name, { version, bomRef: purl });
	made.purl = purl;
	made.licenses.add(licenses.makeFromString(license));
	return made;
}
