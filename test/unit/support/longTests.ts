/**
 * How many cases of a random search to run: all in `npm run test:long`, a tenth of them or another part (at least one)
 * otherwise. Seeds are counted from 0, so a run always has the same share.
 */
export function shareOf(cases: number, part = 10): number {
  return isLong() ? cases : Math.ceil(cases / part);
}

/** True for the cases of a list that run this time: all in `npm run test:long`, otherwise one in a fixed number. */
export function hasTurn(index: number, outOf: number): boolean {
  return isLong() || index % outOf === 0;
}

/** True in `npm run test:long`. */
export function isLong(): boolean {
  return process.env['TERRAFORM_ECR_LONG_TESTS'] !== undefined;
}
