/**
 * How many cases of a random search to run: all in `npm run test:long`, a tenth of them (at least one) otherwise. Seeds
 * are counted from 0, so a run always has the same share.
 */
export function shareOf(cases: number): number {
  return isLong() ? cases : Math.ceil(cases / 10);
}

/** True in `npm run test:long`. */
export function isLong(): boolean {
  return process.env['TERRAFORM_ECR_LONG_TESTS'] !== undefined;
}
