/** Debian's OpenSSH server on this machine alone, for the user that runs the tests. */

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { atEnd, temporaryFolder } from '../editor/host/cleanup';
import { installPackages } from '../editor/host/debian';

const SSHD = '/usr/sbin/sshd';

/** A server that takes files by SFTP. */
export interface SftpServer {
	/** The name of the server in `config`. */
	readonly host: string;
	/** An ssh_config with the key and the host's key. */
	readonly config: string;
	/** The folder that a client finds itself in. */
	readonly folder: string;
	stop(): void;
}

/** Starts the server. It is installed from Debian where it is missing. */
export async function startSftpServer(): Promise<SftpServer> {
	if (!existsSync(SSHD)) {
		const wayOut =
			'The test of the nightly script needs OpenSSH (openssh-server and openssh-client of Debian).';
		await installPackages(wayOut, 'openssh-server', 'openssh-client');
	}
	const { path } = temporaryFolder();
	const file = (name: string): string => join(path, name);
	const folder = file('received');
	mkdirSync(folder);
	for (const key of ['host', 'user']) {
		execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', file(key)]);
	}
	const port = await freePort();
	// OpenSSH asks for it when root runs it.
	if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true });
	const server = [
		`Port ${port}`,
		'ListenAddress 127.0.0.1',
		`HostKey ${file('host')}`,
		`AuthorizedKeysFile ${file('user.pub')}`,
		'PidFile none',
		// The keys are below /tmp, where others may write.
		'StrictModes no',
		'UsePAM no',
		'PasswordAuthentication no',
		'PermitRootLogin prohibit-password',
		'Subsystem sftp internal-sftp',
		`ForceCommand internal-sftp -d ${folder}`,
	];
	writeFileSync(file('sshd_config'), `${server.join('\n')}\n`);
	writeFileSync(file('known_hosts'), `[127.0.0.1]:${port} ${readFileSync(file('host.pub'), 'utf8')}`);
	const client = [
		'Host clever',
		'HostName 127.0.0.1',
		`Port ${port}`,
		`User ${userInfo().username}`,
		`IdentityFile ${file('user')}`,
		'IdentitiesOnly yes',
		`UserKnownHostsFile ${file('known_hosts')}`,
		'StrictHostKeyChecking yes',
	];
	writeFileSync(file('ssh_config'), `${client.join('\n')}\n`);
	const daemon = spawn(SSHD, ['-D', '-e', '-f', file('sshd_config')], {
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	const stop = atEnd(() => void daemon.kill());
	await listening(daemon);
	return { host: 'clever', config: file('ssh_config'), folder, stop };
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	await once(server, 'close');
	if (address === null || typeof address === 'string') throw new Error('no port');
	return address.port;
}

/** Waits until the server says that it listens, and reads on what it says later. */
function listening(daemon: ChildProcess): Promise<void> {
	return new Promise((resolve, reject) => {
		let said = '';
		daemon.stderr?.on('data', (chunk: Buffer) => {
			said += String(chunk);
			if (said.includes('Server listening')) resolve();
		});
		daemon.once('error', reject);
		daemon.once('exit', () => reject(new Error(`sshd ended: ${said}`)));
	});
}
