import { dirname, join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../../editor/host/paths';

/** A JSON schema, as Ajv reads it. */
export interface Schema {
	readonly [keyword: string]: unknown;
}

const MAX_INTEGER = 2 ** 31 - 1;

/**
 * What the declarations say in words only, or wider than the standard: the ranges of numbers, which are all `number` to
 * TypeScript, and types of vscode-jsonrpc.
 */
const byName: Readonly<Record<string, Schema>> = {
	integer: { type: 'integer', minimum: -MAX_INTEGER - 1, maximum: MAX_INTEGER },
	uinteger: { type: 'integer', minimum: 0, maximum: MAX_INTEGER },
	decimal: { type: 'number' },
	ProgressToken: { type: ['integer', 'string'] },
	LSPAny: {},
};

/**
 * The one type that real clients extend with members of their own, and in which some write null for what they lack: what
 * lies in it is checked with that in mind.
 */
const OPEN = 'ClientCapabilities';

/**
 * The types of the Language Server Protocol as JSON schemas, read from the declarations of vscode-languageserver, which
 * are what the standard's meta model is made from too. Objects are closed: a member that is not declared is an error.
 */
export class DeclaredTypes {
	readonly definitions: Record<string, Schema> = {};
	readonly #checker: ts.TypeChecker;
	readonly #declared = new Map<string, ts.Node>();
	readonly #files: readonly ts.SourceFile[];

	constructor() {
		const entry = join(ROOT, 'node_modules/vscode-languageserver/lib/common/api.d.ts');
		const options = {
			module: ts.ModuleKind.ESNext,
			moduleResolution: ts.ModuleResolutionKind.Bundler,
			// Without the types of JavaScript, which the messages do not need, this takes a quarter of the time.
			noLib: true,
			types: [],
		};
		const program = ts.createProgram([entry], options);
		this.#checker = program.getTypeChecker();
		this.#files = program
			.getSourceFiles()
			.filter(({ fileName }) => /-protocol\/lib\/common$/.test(dirname(fileName)));
	}

	/** The namespaces that declare a message, each by its method with the type of its `type` constant. */
	*messages(): Iterable<readonly [method: string, type: ts.TypeReferenceNode]> {
		for (const statement of this.#files.flatMap(({ statements }) => [...statements])) {
			if (!ts.isModuleDeclaration(statement) || !statement.body || !ts.isModuleBlock(statement.body))
				continue;
			const constants = new Map(
				statement.body.statements
					.filter(ts.isVariableStatement)
					.flatMap(({ declarationList }) => [...declarationList.declarations])
					.map(({ name, type }) => [name.getText(), type]),
			);
			const method = constants.get('method');
			const type = constants.get('type');
			if (!method || !ts.isLiteralTypeNode(method) || !ts.isStringLiteralLike(method.literal)) continue;
			if (type && ts.isTypeReferenceNode(type)) yield [method.literal.text, type];
		}
	}

	/** The schema of a type as it is written. */
	schema(node: ts.TypeNode, isClosed = true): Schema {
		switch (node.kind) {
			case ts.SyntaxKind.StringKeyword:
				return { type: 'string' };
			case ts.SyntaxKind.NumberKeyword:
				return { type: 'number' };
			case ts.SyntaxKind.BooleanKeyword:
				return { type: 'boolean' };
			case ts.SyntaxKind.ObjectKeyword:
				return { type: 'object' };
			case ts.SyntaxKind.VoidKeyword:
				return { type: 'null' };
			case ts.SyntaxKind.AnyKeyword:
				return {};
			case ts.SyntaxKind.NeverKeyword:
			case ts.SyntaxKind.UndefinedKeyword:
				return { not: {} };
		}
		if (ts.isParenthesizedTypeNode(node)) return this.schema(node.type, isClosed);
		if (ts.isArrayTypeNode(node)) return { type: 'array', items: this.schema(node.elementType, isClosed) };
		if (ts.isTupleTypeNode(node)) {
			const items = node.elements.map((element) => this.schema(element, isClosed));
			return { type: 'array', items, minItems: items.length, maxItems: items.length };
		}
		if (ts.isLiteralTypeNode(node)) return { const: literalValue(node.literal) };
		if (ts.isTypeQueryNode(node)) {
			const type = this.#checker.getTypeFromTypeNode(node);
			if (type.isStringLiteral()) return { const: type.value };
		}
		if (ts.isUnionTypeNode(node)) return union(node.types.map((type) => this.schema(type, isClosed)));
		if (ts.isTypeReferenceNode(node)) return this.#reference(node, isClosed);
		if (ts.isTypeLiteralNode(node) || ts.isIntersectionTypeNode(node))
			return this.#object(this.#checker.getTypeFromTypeNode(node), isClosed);
		throw new Error(`The validator does not know this kind of type: ${node.getText()}`);
	}

	#reference(node: ts.TypeReferenceNode, isClosed: boolean): Schema {
		const named = this.#checker.getSymbolAtLocation(node.typeName);
		const symbol =
			named && named.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(named) : named;
		const declaration = symbol?.declarations?.find(isTypeDeclaration);
		if (!declaration) throw new Error(`The validator finds no declaration of ${node.getText()}`);
		if (ts.isTypeParameterDeclaration(declaration)) return {};
		const name = declaration.name.text;
		const own = byName[name];
		if (own) return own;
		const closed = isClosed && name !== OPEN;
		const key = closed ? name : `open.${name}`;
		const before = this.#declared.get(key);
		if (before && before !== declaration) throw new Error(`There are two types ${name}`);
		if (!before) {
			this.#declared.set(key, declaration);
			this.definitions[key] = ts.isInterfaceDeclaration(declaration)
				? this.#object(this.#checker.getTypeAtLocation(declaration), closed)
				: this.schema(declaration.type, closed);
		}
		return { $ref: `lsp#/definitions/${key}` };
	}

	#object(type: ts.Type, isClosed: boolean): Schema {
		const properties: Record<string, Schema> = {};
		const required: string[] = [];
		for (const property of type.getProperties()) {
			const isOptional = (property.flags & ts.SymbolFlags.Optional) !== 0;
			const written = (property.declarations ?? []).filter(ts.isPropertySignature).map(({ type }) => type);
			const schemas = written.flatMap((node) => (node ? [this.schema(node, isClosed)] : []));
			const schema = schemas.length === 1 ? (schemas[0] as Schema) : { allOf: schemas };
			const orNull = { anyOf: [schema, { type: 'null' }] };
			properties[property.name] = isOptional && !isClosed ? orNull : schema;
			if (!isOptional) required.push(property.name);
		}
		return { type: 'object', properties, required, additionalProperties: this.#others(type, isClosed) };
	}

	/** The schema of the members that have no name of their own. */
	#others(type: ts.Type, isClosed: boolean): Schema | boolean {
		const [index] = this.#checker.getIndexInfosOfType(type);
		const node = index?.declaration?.type;
		// The library lets the result of `initialize` have more members than the standard does.
		if (!node || type.symbol.name === 'InitializeResult') return !isClosed;
		return this.schema(node, isClosed);
	}
}

type TypeDeclaration = ts.InterfaceDeclaration | ts.TypeAliasDeclaration | ts.TypeParameterDeclaration;

function isTypeDeclaration(node: ts.Node): node is TypeDeclaration {
	return (
		ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isTypeParameterDeclaration(node)
	);
}

function union(schemas: readonly Schema[]): Schema {
	const possible = schemas.filter((schema) => !('not' in schema));
	if (possible.length === 1) return possible[0] as Schema;
	return possible.every((schema) => 'const' in schema)
		? { enum: possible.map((schema) => schema.const) }
		: { anyOf: possible };
}

function literalValue(literal: ts.LiteralTypeNode['literal']): string | number | boolean | null {
	if (ts.isStringLiteral(literal)) return literal.text;
	if (literal.kind === ts.SyntaxKind.NullKeyword) return null;
	if (literal.kind === ts.SyntaxKind.TrueKeyword) return true;
	if (literal.kind === ts.SyntaxKind.FalseKeyword) return false;
	return Number(literal.getText());
}
