import assert from 'node:assert/strict';
import { type Conversation, drawConversation, MARK, type Sent } from '../server/messages';
import { ServerProcess } from '../server/serverProcess';
import type { Target } from '../target';

/** Conversations after which the server is started again, so that one that is slowly poisoned is noticed. */
const MAX_CONVERSATIONS = 300;

const SOUND = 'file:///sound/students.csv';
const SOUND_TEXT = 'Student_id,School_id,Last_name,First_name,Gender\n1,5,Reyes,Ana,F\n';

let running: ServerProcess | undefined;
let conversations = 0;
let lastId = 0;

/** The server keeps its promise to a broken client: it lives, answers every request, and logs no value. */
export const server: Target<Conversation> = {
	name: 'server',
	draw: drawConversation,
	corpus: [],
	check: async (one) => {
		if (conversations++ % MAX_CONVERSATIONS === 0) await stop();
		running ??= await ServerProcess.start();
		try {
			await converse(running, one);
		} catch (error) {
			// What fails once must fail by itself: the next case meets a new server.
			await stop();
			throw error;
		}
	},
	stop,
};

async function stop(): Promise<void> {
	running?.stop();
	running = undefined;
}

async function converse(process: ServerProcess, { sent, answer }: Conversation): Promise<void> {
	process.answers.clear();
	process.logged = '';
	process.answerTo = (method) => (method === 'workspace/configuration' && answer === null ? [null] : answer);
	const ids = sent.flatMap((one) => say(process, one) ?? []);
	await assertAnswersHover(process);
	// A request may wait for news; once it is canceled it must end.
	for (const id of ids) process.send({ method: '$/cancelRequest', params: { id } });
	const isAnswered = await process.until(() => ids.every((id) => process.answers.has(id)));
	const open = ids.filter((id) => !process.answers.has(id));
	assert.ok(isAnswered, `${open.length} requests are not answered: ${process.logged}`);
	await assertAnswersHover(process);
	for (const { error } of process.answers.values()) {
		assert.ok(!error?.message.includes(MARK), `an error holds a value: ${error?.message}`);
	}
	assert.ok(!process.logged.includes(MARK), `the log holds a value: ${process.logged}`);
}

/** Sends something, and returns its ID where it wants an answer. */
function say(process: ServerProcess, one: Sent): number | undefined {
	if (one.kind === 'bytes') {
		process.sendBytes(one.bytes);
		return undefined;
	}
	const { kind, method, params } = one;
	if (kind === 'notification') {
		process.send({ method, params });
		return undefined;
	}
	const id = ++lastId;
	process.send({ id, method, params });
	if (one.isCanceled) process.send({ method: '$/cancelRequest', params: { id } });
	return id;
}

/** Opens a sound file, and expects the meaning of a value in it. */
async function assertAnswersHover(process: ServerProcess): Promise<void> {
	const textDocument = { uri: SOUND, languageId: 'csv', version: 1, text: SOUND_TEXT };
	process.send({ method: 'textDocument/didOpen', params: { textDocument } });
	const id = ++lastId;
	const position = { line: 1, character: SOUND_TEXT.split('\n')[1]!.length - 1 };
	process.send({ id, method: 'textDocument/hover', params: { textDocument: { uri: SOUND }, position } });
	await process.until(() => process.answers.has(id));
	assert.ok(process.isAlive, `the server is gone: ${process.logged}`);
	const { result } = process.answers.get(id) ?? {};
	assert.match(JSON.stringify(result) ?? 'no answer', /Female/, process.logged);
	process.send({ method: 'textDocument/didClose', params: { textDocument: { uri: SOUND } } });
}
