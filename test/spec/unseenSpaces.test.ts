import assert from 'node:assert/strict';
import { codeAndLabel } from '../../server/src/spec/codeAndLabel';
import { languageNamed } from '../../server/src/spec/languages';
import { optionByCode, optionByMeaning } from '../../server/src/spec/meaning';
import { petSize } from '../support/pets';

/** White space of Unicode, then characters that show nothing and are no white space to `String.trim`. */
const UNSEEN = [' ', '\t', '\u00a0', '\u2003', '\u200b', '\u2060', '\u3164'];

describe('the meaning of a value', () => {
	it('is the same with anything around it that cannot be seen', () => {
		const sizes = petSize.optionSet;
		const option = sizes?.options[0];
		assert.ok(sizes && option);
		for (const unseen of UNSEEN) {
			const around = (text: string): string => `${unseen}${text}${unseen}`;
			const point = `U+${unseen.charCodeAt(0).toString(16)}`;
			assert.deepEqual(codeAndLabel(around('W - White')), ['W', 'White'], point);
			assert.deepEqual(codeAndLabel(around(`W${unseen}:${unseen}White`)), ['W', 'White'], point);
			assert.equal(languageNamed(around('Twi')), 'Twi', point);
			assert.equal(optionByCode(sizes, around(`"${around(option.code)}"`)), option, point);
			assert.equal(optionByMeaning(sizes, around(`${option.code} - ${option.label}`)), option, point);
		}
	});
});
