/** The Markdown of every page under docs/rules, by rule id; made by the build, so that the bundle carries its pages. */
declare module 'rule-pages' {
  const pages: Readonly<Record<string, string>>;
  export default pages;
}
