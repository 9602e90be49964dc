/**
 * The refactorings that no fix of the same menu offers already. The same action has the same title in both, to which a
 * fix adds what else it changes.
 */
export function withoutTwins<Offered extends { readonly title: string }>(
  fixes: readonly { readonly title: string }[],
  refactorings: readonly Offered[],
): readonly Offered[] {
  return refactorings.filter((offered) => !fixes.some(({ title }) => title.startsWith(offered.title)));
}
