import type { InitializeResult } from 'vscode-languageserver';
import { version } from '../../../package.json';
import { capabilitiesFor } from './capabilities';
import type { ClientFeatures } from './clientFeatures';

/** What the server answers to `initialize`. */
export function introduction(client: ClientFeatures): InitializeResult {
	return {
		serverInfo: { name: 'Clever Demographics', version },
		capabilities: capabilitiesFor(client),
	};
}
