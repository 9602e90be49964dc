/** The public address of the rules' pages, ending in a slash; null while there is none and pages are read locally. */
const PUBLIC_PAGES: string | null = null;

/** The address of a rule's page. `localPages` is the address of the packed `docs/rules/`, ending in a slash. */
export function pageOf(ruleId: string, localPages: string): string {
  return `${PUBLIC_PAGES ?? localPages}${ruleId}.md`;
}
