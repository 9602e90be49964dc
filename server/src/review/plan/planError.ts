/** What is wrong with a text that should be a plan. */
export type PlanFault = 'empty' | 'truncated' | 'deep' | 'broken' | 'second' | 'large';

/** Stops the reading of a plan. `message` completes the sentence "The file …". */
export class PlanError extends Error {
  readonly fault: PlanFault;

  constructor(fault: PlanFault, message: string) {
    super(message);
    this.fault = fault;
  }
}
