/** The text of a style sheet, as esbuild imports it. */
declare module '*.css' {
	const text: string;
	export default text;
}
