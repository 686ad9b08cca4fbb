declare module 'datapackage' {
	/** Checks a descriptor against its profile. */
	export function validate(
		descriptor: object,
	): Promise<{ readonly valid: boolean; readonly errors: readonly Error[] }>;

	export class Package {
		static load(
			descriptor: string | object,
			options?: { readonly basePath?: string; readonly strict?: boolean },
		): Promise<Package>;
		getResource(name: string): {
			checkRelations(): Promise<boolean>;
			read(options?: { readonly keyed?: boolean; readonly relations?: boolean }): Promise<readonly object[]>;
		};
	}
}
