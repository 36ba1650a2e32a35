/** What the outcomes of a decision are called, as people choose among them. */
export { outcomeText } from '../../src/text/outcomes.ts';
