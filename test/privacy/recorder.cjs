/**
 * Loaded into a Node process before its program: writes each attempt to reach a network to the file NETWORK_LOG, with
 * the program that made it, and refuses it where NETWORK_REFUSED is set. It sees what Node's own functions are asked
 * for, on every platform and with any rights; a trace of system calls, where one is allowed, sees the rest.
 */
const { appendFileSync } = require('node:fs');
const dgram = require('node:dgram');
const dns = require('node:dns');
const net = require('node:net');

const { NETWORK_LOG, NETWORK_REFUSED } = process.env;

function write(call) {
	const program = process.argv.slice(1).join(' ');
	if (NETWORK_LOG) appendFileSync(NETWORK_LOG, `${JSON.stringify({ program, call })}\n`);
}

function replace(owner, name, what) {
	const original = owner[name];
	if (typeof original !== 'function') return;
	const recorded = function (...args) {
		const attempt = what(...args);
		if (attempt === undefined) return new.target ? new original(...args) : original.apply(this, args);
		write(`${name}(${attempt})`);
		if (NETWORK_REFUSED) throw new Error('There is no network.');
		return new.target ? new original(...args) : original.apply(this, args);
	};
	recorded.prototype = original.prototype;
	owner[name] = recorded;
}

/** A pipe of the file system has a path; a connection has a port. `connect` also gets its arguments as one array. */
function portOf(first) {
	const target = Array.isArray(first) ? first[0] : first;
	if (typeof target === 'object' && target !== null)
		return target.port === undefined ? undefined : target.port;
	return Number.isNaN(Number(target)) ? undefined : target;
}

replace(net.Socket.prototype, 'connect', portOf);
replace(net.Server.prototype, 'listen', portOf);
replace(dgram, 'createSocket', () => 'udp');
for (const owner of [dns, dns.promises]) {
	for (const name of Object.keys(owner))
		if (/^(lookup|resolve|reverse)/.test(name)) replace(owner, name, () => 'dns');
}
for (const name of ['fetch', 'WebSocket', 'EventSource']) replace(globalThis, name, () => 'web');

write('start');
