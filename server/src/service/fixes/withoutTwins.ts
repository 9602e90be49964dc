/**
 * The refactorings that no fix of the same menu already offers. The same action has the same title in both; a fix adds
 * its side effects to it.
 */
export function withoutTwins<Offered extends { readonly title: string }>(
  fixes: readonly { readonly title: string }[],
  refactorings: readonly Offered[],
): readonly Offered[] {
  return refactorings.filter((offered) => !fixes.some(({ title }) => title.startsWith(offered.title)));
}
