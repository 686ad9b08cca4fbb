import { Client } from './client';

const HEADER = 'Student_id,School_id,Last_name,First_name,Gender';
const uri = 'file:///students.csv';
const texts = {
	header: 'x'.repeat(10_000_000),
	gender: `${HEADER}\n1,5,Reyes,Ana,${'x'.repeat(10_000_000)}`,
	quoted: `${HEADER}\n1,5,"${'x""'.repeat(3_300_000)}",Ana,F`,
	many: `${HEADER}\n${'abcdefghi,'.repeat(1_000_000)}`,
};
(async () => {
	const c = await Client.start();
	for (const [n, text] of Object.entries(texts)) {
		const seen = c.received.length;
		const time = async (l: string, f: () => Promise<unknown>) => {
			const t = performance.now();
			const r = await f();
			console.log(n, l, Math.round(performance.now() - t), JSON.stringify(r ?? null).length);
		};
		c.open(uri, text);
		await time('publish', () => c.published(uri, 1, undefined, seen));
		console.log(c.publishes.at(-1)!.diagnostics.map((d) => d.code + ' ' + String(d.message).slice(0, 100)));
		const p = { line: 1, character: 16 };
		await time('hover', () => c.at('hover', uri, p));
		await time('completion', () => c.at('completion', uri, p));
		await time('actions', () => c.actions(uri, { start: p, end: p }));
		await time('fixall', () => c.actions(uri, { start: p, end: p }, ['source.fixAll']));
		await time('sel', () =>
			c.request('textDocument/selectionRange', { textDocument: { uri }, positions: [p] }),
		);
		await time('place', () => c.at('hover', uri, p));
		await time('symbol', () => c.request('textDocument/documentSymbol', { textDocument: { uri } }));
		c.close(uri);
	}
	await c.stop();
})();
