import { type LogOutputChannel, window } from 'vscode';
import { methodOnly, withoutValues } from './redact';

/** The channel that Show Output opens. It gets events and counts, never a field's value. */
export function openOutput(): LogOutputChannel {
	return filtered(window.createOutputChannel('Clever Demographics', { log: true }), withoutValues);
}

/** The channel for the trace, reduced to the names of methods. */
export function openTrace(): LogOutputChannel {
	return filtered(window.createOutputChannel('Clever Demographics Trace', { log: true }), methodOnly);
}

/** A channel that prints each message as the filter returns it, and drops further arguments. */
function filtered(channel: LogOutputChannel, filter: (message: string) => string): LogOutputChannel {
	const line =
		(level: 'trace' | 'debug' | 'info' | 'warn') =>
		(message: string): void =>
			channel[level](filter(message));
	return {
		get name() {
			return channel.name;
		},
		get logLevel() {
			return channel.logLevel;
		},
		onDidChangeLogLevel: channel.onDidChangeLogLevel,
		trace: line('trace'),
		debug: line('debug'),
		info: line('info'),
		warn: line('warn'),
		error: (error) => channel.error(filter(error instanceof Error ? (error.stack ?? error.name) : error)),
		append: (value) => channel.append(filter(value)),
		appendLine: (value) => channel.appendLine(filter(value)),
		replace: (value) => channel.replace(filter(value)),
		clear: () => channel.clear(),
		show: () => channel.show(true),
		hide: () => channel.hide(),
		dispose: () => channel.dispose(),
	};
}
