/** The Markdown of every page in docs/rules, by rule id; the build embeds the pages in the bundle. */
declare module 'rule-pages' {
  const pages: Readonly<Record<string, string>>;
  export default pages;
}
