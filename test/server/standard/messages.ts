import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import * as lsp from 'vscode-languageserver';
import { DeclaredTypes, type Schema } from './declaredTypes';

/** What is checked of a message. */
export type Part = 'params' | 'result' | 'partialResult' | 'errorData' | 'registrationOptions';

/** A method of the standard. */
export interface StandardMessage {
	/** Some methods are only registered: `textDocument/semanticTokens` stands for three requests. */
	readonly kind: 'request' | 'notification' | 'registration';
	readonly sender: 'client' | 'server' | 'both' | 'none';
	/** Where the client announces that it takes part, as a path in its capabilities. */
	readonly capability: string | undefined;
	readonly schemas: Readonly<Partial<Record<Part, Schema>>>;
}

/** The type arguments of each class that declares a message, in their order. */
const parts: Readonly<Record<string, readonly Part[]>> = {
	ProtocolRequestType: ['params', 'result', 'partialResult', 'errorData', 'registrationOptions'],
	ProtocolRequestType0: ['result', 'partialResult', 'errorData', 'registrationOptions'],
	ProtocolNotificationType: ['params', 'registrationOptions'],
	ProtocolNotificationType0: ['registrationOptions'],
	RegistrationType: ['registrationOptions'],
};

const kinds: readonly (readonly [prefix: string, StandardMessage['kind']])[] = [
	['ProtocolRequest', 'request'],
	['ProtocolNotification', 'notification'],
	['Registration', 'registration'],
];

const id = { type: ['integer', 'string'] };
const text = { type: 'string' };

/**
 * The four messages of the base protocol, which vscode-jsonrpc declares in another form. Source: the sections Base
 * Protocol, setTrace and logTrace of the Language Server Protocol 3.17.
 */
const baseProtocol: Readonly<Record<string, StandardMessage>> = {
	'$/cancelRequest': notification('both', members({ id })),
	'$/progress': notification('both', members({ token: id, value: {} })),
	'$/setTrace': notification('client', members({ value: { enum: ['off', 'messages', 'verbose'] } })),
	'$/logTrace': notification('server', members({ message: text }, { verbose: text })),
};

function members(required: Schema, optional: Schema = {}): Schema {
	const properties = { ...required, ...optional };
	return { type: 'object', properties, required: Object.keys(required), additionalProperties: false };
}

function notification(sender: StandardMessage['sender'], params: Schema): StandardMessage {
	return { kind: 'notification', sender, capability: undefined, schemas: { params } };
}

/** The methods of the Language Server Protocol and the shapes of what they carry. */
export class Standard {
	readonly messages: ReadonlyMap<string, StandardMessage>;
	readonly #ajv = new Ajv({ strict: false, allErrors: true });
	readonly #validators = new Map<string, ValidateFunction>();

	constructor() {
		const types = new DeclaredTypes();
		const messages = new Map(Object.entries(baseProtocol));
		for (const [method, type] of types.messages()) {
			const declaredBy = type.typeName.getText();
			const names = parts[declaredBy];
			const [, kind] = kinds.find(([prefix]) => declaredBy.startsWith(prefix)) ?? [];
			if (!names || !kind) throw new Error(`The validator does not know the class of ${method}`);
			const schemas: Partial<Record<Part, Schema>> = {};
			for (const [index, node] of (type.typeArguments ?? []).entries())
				schemas[names[index] as Part] = types.schema(node);
			messages.set(method, { kind, schemas, ...atRunTime(method) });
		}
		this.messages = messages;
		this.#ajv.addSchema({ $id: 'lsp', definitions: types.definitions });
	}

	/** What is wrong with the shape of a part of a message, in a few lines; undefined if nothing is. */
	shapeFault(method: string, part: Part, value: unknown): string | undefined {
		const schema = this.messages.get(method)?.schemas[part];
		if (!schema) return value === undefined ? undefined : `has ${part}, where the standard has none`;
		const key = `${method} ${part}`;
		const before = this.#validators.get(key);
		const validate = before ?? this.#ajv.compile(schema);
		if (!before) this.#validators.set(key, validate);
		return validate(value) ? undefined : `${part}: ${worst(validate.errors ?? [])}`;
	}
}

/** What the library knows at run time only. */
function atRunTime(method: string): Pick<StandardMessage, 'sender' | 'capability'> {
	const declared = Object.values(lsp).find(
		(value): value is typeof lsp.HoverRequest =>
			value !== null && typeof value === 'object' && 'method' in value && value.method === method,
	);
	if (!declared) throw new Error(`The library declares ${method} and does not have it`);
	const sender = {
		[lsp.MessageDirection.clientToServer]: 'client',
		[lsp.MessageDirection.serverToClient]: 'server',
		[lsp.MessageDirection.both]: 'both',
	} as const;
	return { sender: sender[declared.messageDirection] ?? 'none', capability: declared.capabilities?.client };
}

/** The errors that lie deepest: where several shapes are allowed, those of the one that was meant. */
function worst(errors: readonly ErrorObject[]): string {
	const depth = ({ instancePath }: ErrorObject): number => instancePath.split('/').length;
	const deepest = Math.max(...errors.map(depth));
	const lines = errors
		.filter((error) => depth(error) === deepest && error.keyword !== 'anyOf')
		.map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
	return [...new Set(lines)].slice(0, 4).join('; ');
}

let standard: Standard | undefined;

/** The standard, read once in a process, which takes about a second. */
export function theStandard(): Standard {
	standard ??= new Standard();
	return standard;
}
