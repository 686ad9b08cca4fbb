/**
 * Loaded into a Node process before its program: breaks one method of a built-in class, such as
 * FAULT="String.prototype.slice", for texts that hold the mark FAULT_MARK, by an error that quotes the text.
 */
const { FAULT = '', FAULT_MARK = '' } = process.env;
const path = FAULT.split('.');
const name = path.pop();
const owner = path.reduce((object, part) => object[part], globalThis);
const original = owner[name];
const { includes } = String.prototype;

owner[name] = function (...args) {
	const result = original.apply(this, args);
	const text = [this, args[0], result].find((part) => {
		return typeof part === 'string' && Reflect.apply(includes, part, [FAULT_MARK]);
	});
	if (text === undefined) return result;
	throw new SyntaxError(`Unexpected token in "${text}"`);
};
