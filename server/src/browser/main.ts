import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { soundMessages } from '../lsp/soundMessages';
import { startServer } from '../server';

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const options = { messageStrategy: soundMessages };
startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), options));
