/** Why something is not done, in a sentence for people that holds no value of a file. */
export interface Refusal {
	readonly problem: string;
}
