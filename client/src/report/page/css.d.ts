/** A style sheet as its text, as esbuild hands it out. */
declare module '*.css' {
	const text: string;
	export default text;
}
